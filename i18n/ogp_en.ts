<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgendaPane</name>
    <message numerus="yes">
        <source>Parked points (%n)</source>
        <translation>
            <numerusform>Parked points (%n)</numerusform>
            <numerusform>Parked points (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message numerus="yes">
        <source>A number under %n leaves as “fewer than %n”.</source>
        <translation>
            <numerusform>A number under %n leaves as “fewer than %n”.</numerusform>
            <numerusform>A number under %n leaves as “fewer than %n”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not asked: with fewer than %n people it would point at somebody.</source>
        <translation>
            <numerusform>Not asked: with fewer than %n person it would point at somebody.</numerusform>
            <numerusform>Not asked: with fewer than %n people it would point at somebody.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>Outbox %n</source>
        <translation>
            <numerusform>Outbox %n</numerusform>
            <numerusform>Outbox %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message numerus="yes">
        <source>%n dot(s)</source>
        <translation>
            <numerusform>%n dot</numerusform>
            <numerusform>%n dots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this question</source>
        <translation>
            <numerusform>%n on this question</numerusform>
            <numerusform>%n on this question</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>Choose up to %n</numerusform>
            <numerusform>Choose up to %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Heard %n time(s)</source>
        <translation>
            <numerusform>Heard once</numerusform>
            <numerusform>Heard %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Top three: %n chosen</source>
        <translation>
            <numerusform>Top three: %n chosen</numerusform>
            <numerusform>Top three: %n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pack</name>
    <message numerus="yes">
        <source>%n individual sheet(s)</source>
        <translation>
            <numerusform>%n individual sheet</numerusform>
            <numerusform>%n individual sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note sheet(s)</source>
        <translation>
            <numerusform>%n note sheet</numerusform>
            <numerusform>%n note sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) handed to {printer}.</source>
        <translation>
            <numerusform>%n page handed to {printer}.</numerusform>
            <numerusform>%n pages handed to {printer}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table sheet(s)</source>
        <translation>
            <numerusform>%n table sheet</numerusform>
            <numerusform>%n table sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved with %n page(s): {file}</source>
        <translation>
            <numerusform>Saved with %n page: {file}</numerusform>
            <numerusform>Saved with %n pages: {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>%n minute(s) are missing, even with everything at its shortest.</source>
        <translation>
            <numerusform>%n minute is missing, even with everything at its shortest.</numerusform>
            <numerusform>%n minutes are missing, even with everything at its shortest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Plan %n minute(s)</source>
        <translation>
            <numerusform>Plan %n minute</numerusform>
            <numerusform>Plan %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Question(s) {numbers} move to the individual sheet.</source>
        <translation>
            <numerusform>Question {numbers} moves to the individual sheet.</numerusform>
            <numerusform>Questions {numbers} move to the individual sheet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That leaves no time: %n minute(s) are missing.</source>
        <translation>
            <numerusform>That leaves no time: %n minute is missing.</numerusform>
            <numerusform>That leaves no time: %n minutes are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{time} is past: %n minute(s) are missing.</source>
        <translation>
            <numerusform>{time} is past: %n minute is missing.</numerusform>
            <numerusform>{time} is past: %n minutes are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prepare</name>
    <message numerus="yes">
        <source>%n min are free.</source>
        <translation>
            <numerusform>%n min is free.</numerusform>
            <numerusform>%n min are free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min too long.</source>
        <translation>
            <numerusform>%n min too long.</numerusform>
            <numerusform>%n min too long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n min of talk each on Question {number}</source>
        <translation>
            <numerusform>About %n min of talk each on Question {number}</numerusform>
            <numerusform>About %n min of talk each on Question {number}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n s of talk each on Question {number}</source>
        <translation>
            <numerusform>About %n s of talk each on Question {number}</numerusform>
            <numerusform>About %n s of talk each on Question {number}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agenda %n min free</source>
        <translation>
            <numerusform>Agenda %n min free</numerusform>
            <numerusform>Agenda %n min free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agenda %n min too long</source>
        <translation>
            <numerusform>Agenda %n min too long</numerusform>
            <numerusform>Agenda %n min too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n day(s).</source>
        <translation>
            <numerusform>Closes in %n day.</numerusform>
            <numerusform>Closes in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fits. Ends %n min after you start.</source>
        <translation>
            <numerusform>Fits. Ends %n min after you start.</numerusform>
            <numerusform>Fits. Ends %n min after you start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than the %n people in the room.</source>
        <translation>
            <numerusform>More than the %n person in the room.</numerusform>
            <numerusform>More than the %n people in the room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only about %n s of talk each on Question {number}. More time or smaller groups help.</source>
        <translation>
            <numerusform>Only about %n s of talk each on Question {number}. More time or smaller groups help.</numerusform>
            <numerusform>Only about %n s of talk each on Question {number}. More time or smaller groups help.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Talk at %n table(s)</source>
        <translation>
            <numerusform>Talk at %n table</numerusform>
            <numerusform>Talk at %n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too tight: with every part at its shortest, %n min are still missing.</source>
        <translation>
            <numerusform>Too tight: with every part at its shortest, %n min is still missing.</numerusform>
            <numerusform>Too tight: with every part at its shortest, %n min are still missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{question} is on the individual sheet now; its %n min went to {lead}.</source>
        <translation>
            <numerusform>{question} is on the individual sheet now; its %n min went to {lead}.</numerusform>
            <numerusform>{question} is on the individual sheet now; its %n min went to {lead}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{question} is talked about in the group again; %n min came from {lead}.</source>
        <translation>
            <numerusform>{question} is talked about in the group again; %n min came from {lead}.</numerusform>
            <numerusform>{question} is talked about in the group again; %n min came from {lead}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message numerus="yes">
        <source>%n line(s) not shown: something may lead to a person. Settle it first.</source>
        <translation>
            <numerusform>%n line not shown: something may lead to a person. Settle it first.</numerusform>
            <numerusform>%n lines not shown: something may lead to a person. Settle it first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%n are chosen already. Put one back first.</source>
        <translation>
            <numerusform>%n is chosen already. Put it back first.</numerusform>
            <numerusform>%n are chosen already. Put one back first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be settled before sealing.</source>
        <translation>
            <numerusform>%n thing must be settled before sealing.</numerusform>
            <numerusform>%n things must be settled before sealing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to settle.</source>
        <translation>
            <numerusform>%n thing to settle.</numerusform>
            <numerusform>%n things to settle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n to settle</numerusform>
            <numerusform>%n to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>heard %n time(s)</source>
        <translation>
            <numerusform>heard once</numerusform>
            <numerusform>heard %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewFoot</name>
    <message numerus="yes">
        <source>%n thing(s) to settle</source>
        <translation>
            <numerusform>%n thing to settle</numerusform>
            <numerusform>%n things to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Question(s) {numbers} go there</source>
        <translation>
            <numerusform>Question {numbers} goes there</numerusform>
            <numerusform>Questions {numbers} go there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock was not watched for %n minute(s). Did the talk go on?</source>
        <translation>
            <numerusform>The clock was not watched for %n minute. Did the talk go on?</numerusform>
            <numerusform>The clock was not watched for %n minutes. Did the talk go on?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer slept for %n minute(s). Did the talk go on?</source>
        <translation>
            <numerusform>The computer slept for %n minute. Did the talk go on?</numerusform>
            <numerusform>The computer slept for %n minutes. Did the talk go on?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{item} has used its %n minute(s). Choose:</source>
        <translation>
            <numerusform>{item} has used its %n minute. Choose:</numerusform>
            <numerusform>{item} has used its %n minutes. Choose:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Send</name>
    <message numerus="yes">
        <source>%n other(s) are held for the same reason.</source>
        <translation>
            <numerusform>%n other is held for the same reason.</numerusform>
            <numerusform>%n others are held for the same reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n day(s).</source>
        <translation>
            <numerusform>Closes in %n day.</numerusform>
            <numerusform>Closes in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%n min in all</source>
        <translation>
            <numerusform>%n min in all</numerusform>
            <numerusform>%n min in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min over time</source>
        <translation>
            <numerusform>%n min over time</numerusform>
            <numerusform>%n min over time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Count the %n min</source>
        <translation>
            <numerusform>Count that minute</numerusform>
            <numerusform>Count the %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n earlier copies beside it.</source>
        <translation>
            <numerusform>There is %n earlier copy beside it.</numerusform>
            <numerusform>There are %n earlier copies beside it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message numerus="yes">
        <source>%n character(s) too long for the form.</source>
        <translation>
            <numerusform>%n character too long for the form.</numerusform>
            <numerusform>%n characters too long for the form.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message numerus="yes">
        <source>%n received. They travel as totals only.</source>
        <translation>
            <numerusform>%n received. It travels as totals only.</numerusform>
            <numerusform>%n received. They travel as totals only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notes, %n not used</source>
        <translation>
            <numerusform>Notes, %n not used</numerusform>
            <numerusform>Notes, %n not used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message numerus="yes">
        <source>%n turn(s) were counted in all.</source>
        <translation>
            <numerusform>%n turn was counted in all.</numerusform>
            <numerusform>%n turns were counted in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeOffer</name>
    <message numerus="yes">
        <source>%n min are missing even for the shortest plan.</source>
        <translation>
            <numerusform>%n min is missing even for the shortest plan.</numerusform>
            <numerusform>%n min are missing even for the shortest plan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min are missing.</source>
        <translation>
            <numerusform>%n min is missing.</numerusform>
            <numerusform>%n min are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fitted to %n min: {changes}.</source>
        <translation>
            <numerusform>Fitted to %n min: {changes}.</numerusform>
            <numerusform>Fitted to %n min: {changes}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It must end at {time}, which was %n min ago.</source>
        <translation>
            <numerusform>It must end at {time}, which was %n min ago.</numerusform>
            <numerusform>It must end at {time}, which was %n min ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Plan %n min</source>
        <translation>
            <numerusform>Plan %n min</numerusform>
            <numerusform>Plan %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n times:</source>
        <translation>
            <numerusform>The last time:</numerusform>
            <numerusform>The last %n times:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The nearest plan that fits takes %n min and would end at {time}.</source>
        <translation>
            <numerusform>The nearest plan that fits takes %n min and would end at {time}.</numerusform>
            <numerusform>The nearest plan that fits takes %n min and would end at {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The nearest plan that fits takes %n min.</source>
        <translation>
            <numerusform>The nearest plan that fits takes %n min.</numerusform>
            <numerusform>The nearest plan that fits takes %n min.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Turns</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message numerus="yes">
        <source>%n choice(s) do not hold every answer.</source>
        <translation>
            <numerusform>%n choice does not hold every answer.</numerusform>
            <numerusform>%n choices do not hold every answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is missing.</source>
        <translation>
            <numerusform>%n is missing.</numerusform>
            <numerusform>%n are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people, {answers} answers and {passed} passed.</source>
        <translation>
            <numerusform>%n person, {answers} answers and {passed} passed.</numerusform>
            <numerusform>%n people, {answers} answers and {passed} passed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) × 2 min = {minutes} min</source>
        <translation>
            <numerusform>%n person × 2 min = {minutes} min</numerusform>
            <numerusform>%n people × 2 min = {minutes} min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s), {minutes} min</source>
        <translation>
            <numerusform>%n sheet, {minutes} min</numerusform>
            <numerusform>%n sheets, {minutes} min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not kept: more answers than the %n that there can be.</source>
        <translation>
            <numerusform>Not kept: more answers than the %n that there can be.</numerusform>
            <numerusform>Not kept: more answers than the %n that there can be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Then %n min of typing for you</source>
        <translation>
            <numerusform>Then %n min of typing for you</numerusform>
            <numerusform>Then %n min of typing for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long for the %n min planned</source>
        <translation>
            <numerusform>Too long for the %n min planned</numerusform>
            <numerusform>Too long for the %n min planned</numerusform>
        </translation>
    </message>
</context>
</TS>
