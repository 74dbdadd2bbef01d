<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AddCard</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>Access code</source>
        <translation>Code d&apos;accès</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Empty leaves the code of before as it is.</source>
        <translation>Laissez vide pour garder le code déjà enregistré.</translation>
    </message>
    <message>
        <source>Encryption key</source>
        <translation>Clé de chiffrement</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Moins de champs</translation>
    </message>
    <message>
        <source>Form version</source>
        <translation>Version du formulaire</translation>
    </message>
    <message>
        <source>Key for files</source>
        <translation>Clé des fichiers</translation>
    </message>
    <message>
        <source>More: kind of server, keys</source>
        <translation>Plus : type de serveur, clés</translation>
    </message>
    <message>
        <source>Name of the place it goes to</source>
        <translation>Nom de la destination</translation>
    </message>
    <message>
        <source>Optional. It is kept in the computer&apos;s own safe place for passwords.</source>
        <translation>Facultatif. Il est gardé dans le trousseau de mots de passe de l&apos;ordinateur.</translation>
    </message>
    <message>
        <source>Optional. The form&apos;s public key: only its owner can then read what is sent.</source>
        <translation>Facultatif. La clé publique du formulaire&#xa0;: seul son propriétaire pourra alors lire ce qui est envoyé.</translation>
    </message>
    <message>
        <source>Optional. This computer has no safe place for codes: it is kept until you close the program.</source>
        <translation>Facultatif. Cet ordinateur n&apos;a pas d&apos;endroit sûr pour les codes&#xa0;: il est gardé jusqu&apos;à la fermeture du programme.</translation>
    </message>
    <message>
        <source>Optional. With it, files are encrypted so that only this place can open them.</source>
        <translation>Facultatif. Elle chiffre les fichiers&#xa0;: seule cette destination peut les ouvrir.</translation>
    </message>
    <message>
        <source>Optional. With it, the signature of the receipt is checked.</source>
        <translation>Facultatif. Elle permet de vérifier la signature du reçu.</translation>
    </message>
    <message>
        <source>Receipt key</source>
        <translation>Clé des reçus</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d&apos;utilisateur</translation>
    </message>
    <message>
        <source>{name} ({host})</source>
        <translation>{name} ({host})</translation>
    </message>
    <message>
        <source>As the server shows it for its app users; for KoboToolbox without a user name at its end. A key in it is kept like a password, and shown as * from then on.</source>
        <translation>Telle que le serveur l&apos;affiche pour ses utilisateurs d&apos;application&#xa0;; pour KoboToolbox, sans nom d&apos;utilisateur à la fin. Une clé qui s&apos;y trouve est gardée comme un mot de passe, et affichée ensuite par un *.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Not needed with an API key, nor where a key stands in the address.</source>
        <translation>Inutile avec une clé d&apos;API, ou quand l&apos;adresse contient une clé.</translation>
    </message>
    <message>
        <source>Optional, like the two below. The test of the connection asks the server for them.</source>
        <translation>Facultatif, comme les deux champs suivants. Le test de la connexion les demande au serveur.</translation>
    </message>
    <message>
        <source>Password or API key</source>
        <translation>Mot de passe ou clé d&apos;API</translation>
    </message>
</context>
<context>
    <name>AddressFields</name>
    <message>
        <source>Kind of server</source>
        <translation>Type de serveur</translation>
    </message>
    <message>
        <source>ODK, KoboToolbox or Ona</source>
        <translation>ODK, KoboToolbox ou Ona</translation>
    </message>
    <message>
        <source>OGP Desktop endpoint</source>
        <translation>Point de dépôt OGP Desktop</translation>
    </message>
    <message>
        <source>https://</source>
        <translation>https://</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>Agenda</source>
        <translation>Déroulé</translation>
    </message>
</context>
<context>
    <name>AgendaPane</name>
    <message>
        <source>Agenda</source>
        <translation>Déroulé</translation>
    </message>
    <message>
        <source>Change this item</source>
        <translation>Modifier cette étape</translation>
    </message>
    <message>
        <source>Fit to time</source>
        <translation>Ajuster au temps</translation>
    </message>
    <message numerus="yes">
        <source>Parked points (%n)</source>
        <translation>
            <numerusform>Mis de côté (%n)</numerusform>
            <numerusform>Mis de côté (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{question} back to the group</source>
        <translation>{question}&#xa0;: reprendre en groupe</translation>
    </message>
</context>
<context>
    <name>AgendaRow</name>
    <message>
        <source>Answer alone</source>
        <translation>Répondre seul</translation>
    </message>
    <message>
        <source>Minutes of {item}</source>
        <translation>Minutes&#xa0;: {item}</translation>
    </message>
    <message>
        <source>Never cut when the agenda is fitted to the time.</source>
        <translation>Jamais raccourcie quand le déroulé est ajusté au temps.</translation>
    </message>
    <message>
        <source>One minute less for {item}</source>
        <translation>Une minute de moins&#xa0;: {item}</translation>
    </message>
    <message>
        <source>One minute more for {item}</source>
        <translation>Une minute de plus&#xa0;: {item}</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Protégée</translation>
    </message>
    <message>
        <source>{item}: on the individual sheet only</source>
        <translation>{item}&#xa0;: sur la feuille individuelle seulement</translation>
    </message>
</context>
<context>
    <name>AllFiles</name>
    <message>
        <source>Carry somebody else&apos;s file</source>
        <translation>Transporter le fichier de quelqu&apos;un d&apos;autre</translation>
    </message>
    <message>
        <source>Encrypted files</source>
        <translation>Fichiers chiffrés</translation>
    </message>
    <message>
        <source>Save all that waits, encrypted</source>
        <translation>Enregistrer tout ce qui attend, chiffré</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>Encore %n minute</numerusform>
            <numerusform>Encore %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Can you read this from the back?</source>
        <translation>Arrivez-vous à lire ceci du fond de la salle&#xa0;?</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Moins d&apos;une minute</translation>
    </message>
    <message>
        <source>Next: {item}</source>
        <translation>Ensuite&#xa0;: {item}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Question {number} · {theme}</source>
        <translation>Question {number} · {theme}</translation>
    </message>
    <message>
        <source>The room sees a blank screen</source>
        <translation>La salle voit un écran vide</translation>
    </message>
    <message>
        <source>The room sees: {text}</source>
        <translation>La salle voit&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Temps écoulé</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>Encore {minutes} min</translation>
    </message>
    <message>
        <source>Audience screen lost</source>
        <translation>Écran de la salle perdu</translation>
    </message>
    <message>
        <source>For all of them</source>
        <translation>Pour l&apos;ensemble</translation>
    </message>
    <message>
        <source>No lean recorded</source>
        <translation>Aucune tendance notée</translation>
    </message>
    <message>
        <source>On the audience screen</source>
        <translation>Sur l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>Only one screen found</source>
        <translation>Un seul écran trouvé</translation>
    </message>
    <message>
        <source>Page {number} of {of}</source>
        <translation>Page {number} sur {of}</translation>
    </message>
    <message>
        <source>The audience screen is off</source>
        <translation>L&apos;écran de la salle est éteint</translation>
    </message>
    <message>
        <source>Where we disagreed</source>
        <translation>Nos désaccords</translation>
    </message>
</context>
<context>
    <name>AudienceFoot</name>
    <message>
        <source>Audience screen options</source>
        <translation>Options de l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Bright room: dark words on white</source>
        <translation>Salle claire&#xa0;: texte sombre sur blanc</translation>
    </message>
    <message>
        <source>Close the audience screen</source>
        <translation>Fermer l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>Hide timer</source>
        <translation>Cacher le temps</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L&apos;ouvrir</translation>
    </message>
    <message>
        <source>Open the audience screen ({key})</source>
        <translation>Ouvrir l&apos;écran de la salle ({key})</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Montrer à nouveau</translation>
    </message>
    <message>
        <source>Show timer</source>
        <translation>Montrer le temps</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
</context>
<context>
    <name>AudienceWindow</name>
    <message>
        <source>What the room sees</source>
        <translation>Ce que voit la salle</translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>All that is in the file was withdrawn there, so nothing of it was taken.</source>
        <translation>Tout ce que contient le fichier a été retiré là-bas&#xa0;; rien n&apos;en a donc été pris.</translation>
    </message>
    <message>
        <source>Choose the file to carry</source>
        <translation>Choisir le fichier à transporter</translation>
    </message>
    <message>
        <source>Encrypted file (*.age)</source>
        <translation>Fichier chiffré (*.age)</translation>
    </message>
    <message>
        <source>Encrypted files (*.age *.txt)</source>
        <translation>Fichiers chiffrés (*.age *.txt)</translation>
    </message>
    <message>
        <source>Encrypted text to paste into an e-mail (*.txt)</source>
        <translation>Texte chiffré à coller dans un courriel (*.txt)</translation>
    </message>
    <message>
        <source>It arrived, and receipts came back. Save them, and take them to the person whose file it is: only they can check them.</source>
        <translation>Le fichier est arrivé, et des reçus sont revenus. Enregistrez-les et remettez-les à la personne à qui est le fichier&#xa0;: elle seule peut les vérifier.</translation>
    </message>
    <message>
        <source>It cannot be told which file that was: it was changed on its way, or it is not from this computer. If it was yours, save it once more and pass it on.</source>
        <translation>Impossible de savoir de quel fichier il s&apos;agit&#xa0;: il a été modifié en chemin, ou il ne vient pas de cet ordinateur. Si c&apos;était le vôtre, enregistrez-le de nouveau et transmettez-le.</translation>
    </message>
    <message>
        <source>It is kept there, and nobody has opened it yet. Send the same file again another day to ask for the receipts.</source>
        <translation>Le fichier est gardé là-bas, et personne ne l&apos;a encore ouvert. Envoyez-le à nouveau un autre jour pour demander les reçus.</translation>
    </message>
    <message>
        <source>Nothing can be encrypted yet. The address needs a receipt key and a key for files: both come from the people there.</source>
        <translation>Rien ne peut encore être chiffré. Il faut à l&apos;adresse une clé des reçus et une clé des fichiers&#xa0;: le destinataire donne les deux.</translation>
    </message>
    <message>
        <source>Nothing waits to be saved.</source>
        <translation>Rien n&apos;attend d&apos;être enregistré.</translation>
    </message>
    <message>
        <source>Nothing was confirmed by it, and nothing here was lost.</source>
        <translation>Cela ne confirme rien, et rien n&apos;est perdu ici.</translation>
    </message>
    <message>
        <source>Save all that waits in this folder</source>
        <translation>Enregistrer tout ce qui attend dans ce dossier</translation>
    </message>
    <message>
        <source>Save the answer, and take it to the person whose file it is.</source>
        <translation>Enregistrez la réponse et apportez-la à la personne à qui est le fichier.</translation>
    </message>
    <message>
        <source>Save the encrypted file</source>
        <translation>Enregistrer le fichier chiffré</translation>
    </message>
    <message>
        <source>Save the receipts</source>
        <translation>Enregistrer les reçus</translation>
    </message>
    <message>
        <source>The address does not answer. The file is unchanged; send it again later.</source>
        <translation>L&apos;adresse ne répond pas. Le fichier n&apos;a pas changé&#xa0;; envoyez-le à nouveau plus tard.</translation>
    </message>
    <message>
        <source>The encrypted file is {value}.</source>
        <translation>Le fichier chiffré est {value}.</translation>
    </message>
    <message>
        <source>The encrypted file is {value}. This computer has no safe place for keys: the one that signs your files is kept in the folder of your notes, for your account alone.</source>
        <translation>Le fichier chiffré est {value}. Cet ordinateur n&apos;a pas d&apos;endroit sûr pour les clés&#xa0;: celle qui signe vos fichiers est gardée dans le dossier de vos notes, pour votre compte seulement.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Le fichier n&apos;a pas pu être lu.</translation>
    </message>
    <message>
        <source>The file held more receipts: {value} submissions are confirmed by it.</source>
        <translation>Le fichier contenait plusieurs reçus&#xa0;: il confirme {value} envois.</translation>
    </message>
    <message>
        <source>The file is damaged or cut off, so nothing of it was taken. Copy it once more.</source>
        <translation>Le fichier est abîmé ou coupé&#xa0;: rien n&apos;en a été pris. Copiez-le encore une fois.</translation>
    </message>
    <message>
        <source>The file is for another place, so nothing of it was taken there.</source>
        <translation>Le fichier est pour une autre destination&#xa0;: rien n&apos;en a été pris.</translation>
    </message>
    <message>
        <source>The file is not as the program makes it, so nothing of it was taken. Ask for a new one.</source>
        <translation>Le fichier n&apos;est pas tel que le programme les fait&#xa0;: rien n&apos;en a été pris. Demandez-en un nouveau.</translation>
    </message>
    <message>
        <source>The file was refused there, and nothing of it was taken ({reason}).</source>
        <translation>Le fichier a été refusé là-bas, et rien n&apos;en a été pris ({reason}).</translation>
    </message>
    <message>
        <source>The other side holds another text under the number of one that is in the file, so nothing of the file was taken.</source>
        <translation>Le destinataire détient un autre texte sous le numéro d&apos;un envoi de ce fichier&#xa0;; rien du fichier n&apos;a donc été pris.</translation>
    </message>
    <message>
        <source>The receipts could not be written. Choose another place.</source>
        <translation>Les reçus n&apos;ont pas pu être enregistrés. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>These receipts were here already. Nothing changed.</source>
        <translation>Ces reçus étaient déjà là. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>This file is larger than any that this program makes (10 MB).</source>
        <translation>Ce fichier est plus grand que tous ceux que fait ce programme (10 Mo).</translation>
    </message>
    <message>
        <source>This file is not encrypted, so it is not one to be carried unread.</source>
        <translation>Ce fichier n&apos;est pas chiffré&#xa0;: il n&apos;est pas de ceux qui se transportent sans être lus.</translation>
    </message>
    <message>
        <source>This was not accepted.</source>
        <translation>Ceci n&apos;a pas été accepté.</translation>
    </message>
    <message>
        <source>What waits was saved in {value}. Anything held, or that nothing can be encrypted for, stays as it was.</source>
        <translation>Ce qui attendait est enregistré dans {value}. Ce qui est retenu, ou ne peut pas être chiffré, reste comme avant.</translation>
    </message>
    <message>
        <source>{outcome}. No receipts came. The file is unchanged; sending it again cannot make a second one.</source>
        <translation>{outcome}. Aucun reçu n&apos;est venu. Le fichier n&apos;a pas changé&#xa0;; l&apos;envoyer à nouveau ne peut pas en faire un second.</translation>
    </message>
</context>
<context>
    <name>ByHandPage</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Copy by hand</source>
        <translation>Copier à la main</translation>
    </message>
    <message>
        <source>Copy each answer into the form of the people it goes to; each is ticked as you do. The program sends nothing here. When the form is sent, say so: no receipt comes back by itself.</source>
        <translation>Copiez chaque réponse dans le formulaire des destinataires&#xa0;; elle est cochée au fur et à mesure. Le programme n&apos;envoie rien ici. Quand le formulaire est parti, dites-le&#xa0;: aucun reçu ne revient de lui-même.</translation>
    </message>
    <message>
        <source>I sent it</source>
        <translation>Je l&apos;ai envoyé</translation>
    </message>
    <message>
        <source>Open {name} in my browser</source>
        <translation>Ouvrir {name} dans mon navigateur</translation>
    </message>
    <message>
        <source>The form can open with these answers already in it. {host} then sees them as soon as the page opens, before you send it.</source>
        <translation>Le formulaire peut s&apos;ouvrir déjà rempli avec ces réponses. {host} les voit alors dès l&apos;ouverture de la page, avant que vous l&apos;envoyiez.</translation>
    </message>
    <message>
        <source>{done} of {all} copied</source>
        <translation>{done} sur {all} copiées</translation>
    </message>
</context>
<context>
    <name>CarryingPage</name>
    <message>
        <source>Access code</source>
        <translation>Code d&apos;accès</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Carry somebody else&apos;s file</source>
        <translation>Transporter le fichier de quelqu&apos;un d&apos;autre</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Choisir le fichier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Nouvelle adresse</translation>
    </message>
    <message>
        <source>Receipt key</source>
        <translation>Clé des reçus</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Enregistrer la réponse</translation>
    </message>
    <message>
        <source>Save the receipts</source>
        <translation>Enregistrer les reçus</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>L&apos;envoyer</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>L&apos;envoyer à nouveau</translation>
    </message>
    <message>
        <source>Sending. A large file may take some minutes.</source>
        <translation>En cours d&apos;envoi. Un grand fichier peut prendre quelques minutes.</translation>
    </message>
    <message>
        <source>The answer is in {place}. Take it to the owner.</source>
        <translation>La réponse est dans {place}. Apportez-la à la personne à qui est le fichier.</translation>
    </message>
    <message>
        <source>The receipts are in {place}. Take them to the owner.</source>
        <translation>Les reçus sont dans {place}. Remettez-les à la personne à qui est le fichier.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Vers où</translation>
    </message>
    <message>
        <source>You can send an encrypted file for somebody who has no connection. It stays closed: this computer cannot read it. The receipts that come back belong to the person who gave it to you.</source>
        <translation>Vous pouvez envoyer un fichier chiffré pour quelqu&apos;un qui n&apos;a pas de connexion. Il reste fermé&#xa0;: cet ordinateur ne peut pas le lire. Les reçus qui reviennent sont à la personne qui vous l&apos;a confié.</translation>
    </message>
    <message>
        <source>https://</source>
        <translation>https://</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Not answered</source>
        <translation>Sans réponse</translation>
    </message>
</context>
<context>
    <name>ChoosingPage</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Carry the sealed file on a USB stick, copy the answers into a form, paste the text into a message, or hand over the report on paper. No receipt comes back by itself.</source>
        <translation>Portez le fichier scellé sur une clé USB, copiez les réponses dans un formulaire, collez le texte dans un message, ou remettez le compte rendu sur papier. Aucun reçu ne revient de lui-même.</translation>
    </message>
    <message>
        <source>How to hand over</source>
        <translation>Comment remettre</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Nouvelle adresse</translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation>Par internet</translation>
    </message>
    <message>
        <source>To an address that takes observations and answers with a receipt. It goes now, or as soon as there is a connection.</source>
        <translation>À une adresse qui accueille les observations et répond par un reçu. L&apos;envoi part maintenant, ou dès qu&apos;il y a une connexion.</translation>
    </message>
    <message>
        <source>Where it is taken back</source>
        <translation>Où le retirer</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Vers où</translation>
    </message>
    <message>
        <source>Without the internet</source>
        <translation>Sans internet</translation>
    </message>
</context>
<context>
    <name>ClosingBox</name>
    <message>
        <source>Import a newer kit</source>
        <translation>Importer une trousse plus récente</translation>
    </message>
    <message>
        <source>Use for practice or my own report</source>
        <translation>M&apos;exercer ou rédiger pour moi</translation>
    </message>
    <message>
        <source>What now?</source>
        <translation>Que faire&#xa0;?</translation>
    </message>
    <message>
        <source>Who to ask</source>
        <translation>À qui demander</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>No address is set yet. It is asked for on Send, when something goes.</source>
        <translation>Aucune adresse n&apos;est encore donnée. Elle est demandée sous Remettre, au moment d&apos;un envoi.</translation>
    </message>
    <message>
        <source>Something else answered in the place of {host}. The network may want a login page first: open a browser, then test again. If there is none, check the address.</source>
        <translation>Autre chose a répondu à la place de {host}. Le réseau demande peut-être d&apos;abord une page de connexion&#xa0;: ouvrez un navigateur, puis testez à nouveau. S&apos;il n&apos;y en a pas, vérifiez l&apos;adresse.</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>Testing the connection. It begins when nothing else is being sent.</source>
        <translation>Test de la connexion. Il commence dès que rien d&apos;autre n&apos;est en cours d&apos;envoi.</translation>
    </message>
    <message>
        <source>The certificate of {host} had run out by {time}, which is what this computer&apos;s clock says. Check the date here. If it is right, tell the people there.</source>
        <translation>Le certificat de {host} n&apos;est plus valable à la date du {time}, celle de l&apos;horloge de cet ordinateur. Vérifiez la date ici. Si elle est juste, prévenez le destinataire.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid on {time}, which is what this computer&apos;s clock says. Check the date here. If it is right, tell the people there.</source>
        <translation>Le certificat de {host} n&apos;est pas valable le {time}, date de cet ordinateur. Vérifiez la date ici. Si elle est juste, prévenez le destinataire.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not yet valid on {time}, which is what this computer&apos;s clock says. The clock here is probably slow: check the date and the time.</source>
        <translation>Le certificat de {host} n&apos;est pas encore valable à la date du {time}, celle de l&apos;horloge de cet ordinateur. L&apos;horloge retarde sans doute&#xa0;: vérifiez la date et l&apos;heure.</translation>
    </message>
    <message>
        <source>The name {host} is not found. Either there is no internet behind this network, or the address is misspelt.</source>
        <translation>Le nom {host} est introuvable. Soit il n&apos;y a pas d&apos;internet derrière ce réseau, soit l&apos;adresse est mal écrite.</translation>
    </message>
    <message>
        <source>The program was started offline, and opens no connection.</source>
        <translation>Le programme a été lancé hors ligne et n&apos;ouvre aucune connexion.</translation>
    </message>
    <message>
        <source>The test sent nobody&apos;s words.</source>
        <translation>Le test n&apos;a envoyé les paroles de personne.</translation>
    </message>
    <message>
        <source>This computer has no way to the internet just now. Check the Wi-Fi or the cable.</source>
        <translation>Cet ordinateur n&apos;a pas d&apos;accès à internet en ce moment. Vérifiez le Wi-Fi ou le câble.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock and theirs differ by more than ten minutes: check the date and the time here.</source>
        <translation>L&apos;horloge de cet ordinateur et la leur diffèrent de plus de dix minutes&#xa0;: vérifiez la date et l&apos;heure ici.</translation>
    </message>
    <message>
        <source>{host} answers and takes observations.</source>
        <translation>{host} répond et reçoit les observations.</translation>
    </message>
    <message>
        <source>{host} answers that it takes nothing any more. Ask the people there; a file or paper can still be handed over.</source>
        <translation>{host} répond que plus rien n&apos;est reçu. Renseignez-vous auprès du destinataire&#xa0;; un fichier ou du papier peut toujours être remis.</translation>
    </message>
    <message>
        <source>{host} answers, but cannot be tested: whether it takes observations shows only on sending.</source>
        <translation>{host} répond, mais ne peut pas être testé&#xa0;: seul un envoi montrera si les observations y sont reçues.</translation>
    </message>
    <message>
        <source>{host} answers, but does not accept the access code. Check it, or ask the people there for another one.</source>
        <translation>{host} répond, mais n&apos;accepte pas le code d&apos;accès. Vérifiez-le, ou demandez-en un autre au destinataire.</translation>
    </message>
    <message>
        <source>{host} answers, but has a fault of its own. Test again later.</source>
        <translation>{host} répond, mais connaît une panne. Testez à nouveau plus tard.</translation>
    </message>
    <message>
        <source>{host} answers, but nothing is taken at this address. Check it letter by letter.</source>
        <translation>{host} répond, mais rien n&apos;est reçu à cette adresse. Vérifiez-la lettre par lettre.</translation>
    </message>
    <message>
        <source>{host} answers, but takes nothing for the moment. What waits is tried again by itself.</source>
        <translation>{host} répond, mais ne reçoit rien pour le moment. Ce qui attend est réessayé automatiquement.</translation>
    </message>
    <message>
        <source>{host} could not prove that it is the right one, so nothing can be sent. The network may want a login page first, or somebody may be listening in between.</source>
        <translation>{host} n&apos;a pas pu prouver son identité, rien ne peut donc être envoyé. Le réseau demande peut-être d&apos;abord une page de connexion, ou quelqu&apos;un écoute en chemin.</translation>
    </message>
    <message>
        <source>{host} does not answer. It may be out of order, the address may be wrong, or this network does not let it through.</source>
        <translation>{host} ne répond pas. Il est peut-être en panne, l&apos;adresse est peut-être fausse, ou ce réseau ne laisse pas passer.</translation>
    </message>
    <message>
        <source>{host} takes observations, but signs with another receipt key than the one set here, so its receipts would not be believed. Ask the people there for their key.</source>
        <translation>{host} reçoit les observations, mais signe avec une autre clé de reçus que celle donnée ici&#xa0;: ses reçus ne seraient pas crus. Demandez sa clé au destinataire.</translation>
    </message>
</context>
<context>
    <name>ConnectionCard</name>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>The program asks nobody anything by itself; a test is made when you press it.</source>
        <translation>Le programme n&apos;interroge personne de lui-même&#xa0;; un test n&apos;est fait que lorsque vous appuyez.</translation>
    </message>
</context>
<context>
    <name>ConsentPane</name>
    <message>
        <source>Did people know what is noted and handed over?</source>
        <translation>Les personnes savaient-elles ce qui est noté et remis&#xa0;?</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Were the notes read back to the group?</source>
        <translation>Les notes ont-elles été relues au groupe&#xa0;?</translation>
    </message>
    <message>
        <source>Were there photos or recordings?</source>
        <translation>Y a-t-il eu des photos ou des enregistrements&#xa0;?</translation>
    </message>
    <message>
        <source>What may be published?</source>
        <translation>Que peut-on publier&#xa0;?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>{rule}: {words}</source>
        <translation>{rule}&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>CountryEditor</name>
    <message>
        <source>Type a name or two letters</source>
        <translation>Écrivez un nom ou deux lettres</translation>
    </message>
</context>
<context>
    <name>CoverCard</name>
    <message>
        <source>Keep, it is agreed</source>
        <translation>Garder, avec son accord</translation>
    </message>
    <message>
        <source>Not reached, because</source>
        <translation>Non abordée, car</translation>
    </message>
    <message>
        <source>Not reached, because ...</source>
        <translation>Non abordée, car…</translation>
    </message>
    <message>
        <source>What became of this question</source>
        <translation>Ce qu&apos;est devenue cette question</translation>
    </message>
</context>
<context>
    <name>DeedBar</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>DeedPlaces</name>
    <message>
        <source>Save the list of proofs</source>
        <translation>Enregistrer la liste des preuves</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Enregistrer le reçu</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le compte rendu</translation>
    </message>
    <message>
        <source>Save the sealed file</source>
        <translation>Enregistrer le fichier scellé</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>A week without a receipt. It is saved here. Save it to a file as well?</source>
        <translation>Une semaine sans reçu. L&apos;envoi est enregistré ici. L&apos;enregistrer aussi dans un fichier&#xa0;?</translation>
    </message>
    <message>
        <source>Came here</source>
        <translation>Arrivé ici</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Délivré par</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Nothing more is needed. For the group, or for your own files, print the receipt (half a sheet, with its back) or save the report as PDF.</source>
        <translation>Il n&apos;y a plus rien à faire. Pour le groupe ou pour vos dossiers, imprimez le reçu (une demi-feuille, recto verso) ou enregistrez le compte rendu en PDF.</translation>
    </message>
    <message>
        <source>Open until</source>
        <translation>Ouvert jusqu&apos;au</translation>
    </message>
    <message>
        <source>Read exactly what was sealed</source>
        <translation>Lire exactement ce qui a été scellé</translation>
    </message>
    <message>
        <source>Read exactly what was sent</source>
        <translation>Lire exactement ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Read exactly what will go</source>
        <translation>Lire exactement ce qui partira</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Saved here, not sent yet. Save to a file?</source>
        <translation>Enregistré ici, pas encore envoyé. L&apos;enregistrer dans un fichier&#xa0;?</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Stored there</source>
        <translation>Enregistré là-bas</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Ce qui part</translation>
    </message>
    <message>
        <source>What was sealed</source>
        <translation>Ce qui a été scellé</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Ce qui a été envoyé</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>pas encore choisie</translation>
    </message>
    <message>
        <source>{title} · {place}</source>
        <translation>{title} · {place}</translation>
    </message>
</context>
<context>
    <name>EmptyOutbox</name>
    <message>
        <source>Carry somebody else&apos;s file</source>
        <translation>Transporter le fichier de quelqu&apos;un d&apos;autre</translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Aller à la relecture</translation>
    </message>
    <message>
        <source>Nothing is sealed yet.</source>
        <translation>Rien n&apos;est encore scellé.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Rien n&apos;attend.</translation>
    </message>
    <message>
        <source>Review what the group said, then mark it ready. It comes here then.</source>
        <translation>Relisez ce que le groupe a dit, puis scellez. L&apos;envoi arrivera ici.</translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Careful: this address is known here with another key. The people there may have made a new one, or somebody else made this file. Ask them, in another way than the file came, before you keep it.</source>
        <translation>Attention&#xa0;: cette adresse est connue ici avec une autre clé. Le destinataire en a peut-être fait une nouvelle, ou quelqu&apos;un d&apos;autre a fait ce fichier. Demandez-lui, par une autre voie que celle du fichier, avant de la garder.</translation>
    </message>
    <message>
        <source>Files for it</source>
        <translation>Fichiers pour elle</translation>
    </message>
    <message>
        <source>Fingerprint of the key</source>
        <translation>Empreinte de la clé</translation>
    </message>
    <message>
        <source>Fingerprint until now</source>
        <translation>Empreinte jusqu&apos;ici</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>It took observations until {value}. Ask the people there for a newer file.</source>
        <translation>Cette adresse recevait les observations jusqu&apos;au {value}. Demandez un fichier plus récent au destinataire.</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>Type de serveur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n&apos;a été modifié.</translation>
    </message>
    <message>
        <source>Open until</source>
        <translation>Ouvert jusqu&apos;au</translation>
    </message>
    <message>
        <source>OpenRosa (ODK, KoboToolbox, Ona)</source>
        <translation>OpenRosa (ODK, KoboToolbox, Ona)</translation>
    </message>
    <message>
        <source>The address in it does not begin with https, so others on the way could read along.</source>
        <translation>L&apos;adresse qu&apos;il contient ne commence pas par https&#xa0;: d&apos;autres pourraient lire en chemin.</translation>
    </message>
    <message>
        <source>The signature does not fit: somebody changed this file after it was made. Ask for it again, in another way.</source>
        <translation>La signature ne correspond pas&#xa0;: quelqu&apos;un a modifié ce fichier après coup. Redemandez-le, par une autre voie.</translation>
    </message>
    <message>
        <source>This address file needs a newer version of the program.</source>
        <translation>Ce fichier d&apos;adresse demande une version plus récente du programme.</translation>
    </message>
    <message>
        <source>This address is set already, with the same key. Keeping it is safe.</source>
        <translation>Cette adresse est déjà enregistrée, avec la même clé. La garder est sans risque.</translation>
    </message>
    <message>
        <source>This address is set already. The file adds the key that its receipts are checked with. Compare the fingerprint with what the people there tell you.</source>
        <translation>Cette adresse est déjà enregistrée. Le fichier ajoute la clé qui sert à vérifier ses reçus. Comparez l&apos;empreinte avec celle que vous donne le destinataire.</translation>
    </message>
    <message>
        <source>This is no address file, or a part of it is missing. Ask for it again.</source>
        <translation>Ce n&apos;est pas un fichier d&apos;adresse, ou il en manque une partie. Redemandez-le.</translation>
    </message>
    <message>
        <source>What this address file sets is not usable.</source>
        <translation>Le contenu de ce fichier d&apos;adresse n&apos;est pas utilisable.</translation>
    </message>
    <message>
        <source>This program cannot send to that kind of server.</source>
        <translation>Ce programme ne sait pas envoyer à ce type de serveur.</translation>
    </message>
    <message>
        <source>This would set a new address. Nothing is set yet. Compare the fingerprint with what the people there tell you, over the phone for example.</source>
        <translation>Une nouvelle adresse serait enregistrée. Rien ne l&apos;est encore. Comparez l&apos;empreinte avec celle que vous donne le destinataire, au téléphone par exemple.</translation>
    </message>
    <message>
        <source>Whoever holds the key of {name} says here that its address is another now. It was {old}. What waits for it is held, and asks you before it goes.</source>
        <translation>Qui détient la clé de {name} annonce ici une nouvelle adresse. C&apos;était {old}. Ce qui attend pour elle est retenu et vous demandera avant de partir.</translation>
    </message>
    <message>
        <source>can be locked so that only they open them</source>
        <translation>peuvent être verrouillés pour n&apos;être ouverts que là-bas</translation>
    </message>
    <message>
        <source>{value} could not be read.</source>
        <translation>{value} n&apos;a pas pu être lu.</translation>
    </message>
    <message>
        <source>No QR code was found in this picture. Take it again from nearer, flat, sharp and in good light.</source>
        <translation>Aucun code QR n&apos;a été trouvé sur cette image. Reprenez-la de plus près, bien à plat, nette et avec assez de lumière.</translation>
    </message>
    <message>
        <source>The QR code in this picture holds something else than such an address.</source>
        <translation>Le code QR de cette image contient autre chose qu&apos;une telle adresse.</translation>
    </message>
    <message>
        <source>There are several addresses in this picture. Cut out the QR code that you mean.</source>
        <translation>Cette image contient plusieurs adresses. Recadrez-la sur le code QR voulu.</translation>
    </message>
    <message>
        <source>There is a QR code in this picture, but it cannot be read: a part of it is covered, blurred or missing. Take the picture again.</source>
        <translation>Il y a un code QR sur cette image, mais il est illisible&#xa0;: une partie est cachée, floue ou manquante. Reprenez l&apos;image.</translation>
    </message>
    <message>
        <source>This is no picture that can be read here: only PNG and JPEG are.</source>
        <translation>Cette image ne peut pas être lue ici&#xa0;: seules les images PNG et JPEG le sont.</translation>
    </message>
    <message>
        <source>This picture is damaged, or a part of it is missing. Ask for it again.</source>
        <translation>Cette image est abîmée, ou il en manque une partie. Redemandez-la.</translation>
    </message>
    <message>
        <source>This picture is too large. Cut out the QR code, or take a smaller one.</source>
        <translation>Cette image est trop grande. Recadrez-la sur le code QR, ou prenez-en une plus petite.</translation>
    </message>
</context>
<context>
    <name>EndpointOffer</name>
    <message>
        <source>Address files ({endings})</source>
        <translation>Fichiers d&apos;adresse ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open an address file</source>
        <translation>Ouvrir un fichier d&apos;adresse</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Utiliser cette adresse</translation>
    </message>
    <message>
        <source>Open a picture of the QR code</source>
        <translation>Ouvrir une image du code QR</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>Images ({endings})</translation>
    </message>
    <message>
        <source>Reading the picture.</source>
        <translation>Lecture de l&apos;image.</translation>
    </message>
    <message>
        <source>Did they give you a file or a QR code? It fills in everything but the access code. Take a picture of the QR code, then open it, paste it or drop it here. Its text and the file can be pasted or dropped as well.</source>
        <translation>Vous a-t-on donné un fichier ou un code QR&#xa0;? Il remplit tout sauf le code d&apos;accès. Prenez le code QR en photo, puis ouvrez l&apos;image, collez-la ou déposez-la ici. Son texte et le fichier peuvent aussi être collés ou déposés.</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>Ouvrir une image</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>Belongs to: {place}</source>
        <translation>Rattachée à&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enter does the same</source>
        <translation>Entrée fait de même</translation>
    </message>
    <message>
        <source>From: {group}</source>
        <translation>Groupe d&apos;origine&#xa0;: {group}</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Type de note</translation>
    </message>
    <message>
        <source>Not recorded: too few people</source>
        <translation>Non indiqué&#xa0;: trop peu de personnes</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Saved as a quotation</source>
        <translation>Sera une citation</translation>
    </message>
    <message>
        <source>Type what you hear, press Enter</source>
        <translation>Écrivez ce que vous entendez, puis Entrée</translation>
    </message>
</context>
<context>
    <name>FindRow</name>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Find in all notes</source>
        <translation>Chercher dans toutes les notes</translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>Change...</source>
        <translation>Changer...</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Keep the notes in another folder</source>
        <translation>Garder les notes dans un autre dossier</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Comme l&apos;ordinateur</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere until you choose Send.</source>
        <translation>Rien n&apos;est envoyé tant que vous ne le choisissez pas.</translation>
    </message>
    <message>
        <source>Start my own</source>
        <translation>Créer ma conversation</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Try the sample conversation</source>
        <translation>Essayer avec l&apos;exemple</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Where your notes are kept</source>
        <translation>Où vos notes sont gardées</translation>
    </message>
</context>
<context>
    <name>FitList</name>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
</context>
<context>
    <name>FitPane</name>
    <message>
        <source>Fit to time</source>
        <translation>Ajuster au temps</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Minutes left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>Minutes since the talk began</source>
        <translation>Minutes depuis le début des échanges</translation>
    </message>
    <message>
        <source>Must end at</source>
        <translation>Finir à</translation>
    </message>
    <message>
        <source>Set the start</source>
        <translation>Corriger le début</translation>
    </message>
    <message>
        <source>Take this plan</source>
        <translation>Adopter ce plan</translation>
    </message>
    <message>
        <source>The talk began this many minutes ago:</source>
        <translation>Minutes depuis le début des échanges&#xa0;:</translation>
    </message>
    <message>
        <source>What stays fixed</source>
        <translation>Ce qui reste fixe</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message numerus="yes">
        <source>A number under %n leaves as “fewer than %n”.</source>
        <translation>
            <numerusform>En dessous de %n, un nombre part sous la forme «&#xa0;moins de %n&#xa0;».</numerusform>
            <numerusform>En dessous de %n, un nombre part sous la forme «&#xa0;moins de %n&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Needed before sealing</source>
        <translation>Nécessaire avant de sceller</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Not asked here: it would be kept apart and never handed over with this.</source>
        <translation>Non demandé ici&#xa0;: ce serait gardé à part et jamais remis avec ceci.</translation>
    </message>
    <message numerus="yes">
        <source>Not asked: with fewer than %n people it would point at somebody.</source>
        <translation>
            <numerusform>Non demandé&#xa0;: à moins de %n personne, cela désignerait quelqu&apos;un.</numerusform>
            <numerusform>Non demandé&#xa0;: à moins de %n personnes, cela désignerait quelqu&apos;un.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken over from what you did before</source>
        <translation>Repris de ce que vous avez déjà fait</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>GapCard</name>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Keep, it is agreed</source>
        <translation>Garder, avec son accord</translation>
    </message>
</context>
<context>
    <name>HandRow</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copied: {label}</source>
        <translation>Copié&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: {label}</source>
        <translation>Copier&#xa0;: {label}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Toutes les conversations</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>OGP Desktop</source>
        <translation>OGP Desktop</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d&apos;envoi</translation>
    </message>
    <message numerus="yes">
        <source>Outbox %n</source>
        <translation>
            <numerusform>Boîte d&apos;envoi&#xa0;: %n</numerusform>
            <numerusform>Boîte d&apos;envoi&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Enregistré ici</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Étapes de la conversation</translation>
    </message>
</context>
<context>
    <name>HeaderModel</name>
    <message>
        <source>Back to Run, {time} on the clock</source>
        <translation>Retour à l&apos;animation, {time} au chronomètre</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré à {time}</translation>
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
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Agenda to check</source>
        <translation>Déroulé à vérifier</translation>
    </message>
    <message>
        <source>Another window has the notes in that folder open. Choose another one.</source>
        <translation>Une autre fenêtre a ouvert les notes de ce dossier. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Envoi confirmé</translation>
    </message>
    <message>
        <source>Conversation without a title</source>
        <translation>Conversation sans titre</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Handed over, no receipt yet</source>
        <translation>Remis, pas encore de reçu</translation>
    </message>
    <message>
        <source>Held by you</source>
        <translation>Envoi retenu par vous</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Hybride</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En personne</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>Demande votre attention</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Not withdrawn there yet</source>
        <translation>Pas encore retiré là-bas</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Prête à animer</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Envoi prêt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Scellée</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>That folder cannot be written. Choose another one.</source>
        <translation>Impossible d&apos;écrire dans ce dossier. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>That folder holds notes of a newer version of the program. Choose another one.</source>
        <translation>Ce dossier contient des notes d&apos;une version plus récente du programme. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The clock is going</source>
        <translation>Le chronomètre tourne</translation>
    </message>
    <message>
        <source>The notes&apos; file in that folder is damaged. Choose another one.</source>
        <translation>Le fichier de notes de ce dossier est endommagé. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À relire</translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation>En attente de connexion</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Envoi retiré</translation>
    </message>
    <message>
        <source>Your notes are kept on this computer only, in: {folder}</source>
        <translation>Vos notes restent sur cet ordinateur seulement, dans&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Your notes are kept on this computer only, in: {folder}. The notes that are there already will be opened.</source>
        <translation>Vos notes restent sur cet ordinateur seulement, dans&#xa0;: {folder}. Les notes qui s&apos;y trouvent déjà seront ouvertes.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>{facts} · {day}</source>
        <translation>{facts} · {day}</translation>
    </message>
    <message>
        <source>{format} · {minutes} · {people}</source>
        <translation>{format} · {minutes} · {people}</translation>
    </message>
    <message>
        <source>{place} · {facts}</source>
        <translation>{place} · {facts}</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Everything works without internet.</source>
        <translation>Tout fonctionne sans internet.</translation>
    </message>
    <message>
        <source>Import kit</source>
        <translation>Importer une trousse</translation>
    </message>
    <message>
        <source>Kits</source>
        <translation>Trousses</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nouvelle conversation</translation>
    </message>
    <message>
        <source>No conversations yet.</source>
        <translation>Pas encore de conversation.</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Parties de la page</translation>
    </message>
    <message>
        <source>Try the sample conversation</source>
        <translation>Essayer avec l&apos;exemple</translation>
    </message>
    <message>
        <source>{kit}. Closed {date}</source>
        <translation>{kit}. Clôturée le {date}</translation>
    </message>
    <message>
        <source>{kit}. Version {version} of {id}</source>
        <translation>{kit}. Version {version} de {id}</translation>
    </message>
    <message>
        <source>{title} ({languages})</source>
        <translation>{title} ({languages})</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Chercher dans les touches</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Agenda</source>
        <translation>Déroulé</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>All that can be done to the item</source>
        <translation>Tout ce qu&apos;on peut faire de l&apos;étape</translation>
    </message>
    <message>
        <source>Audience screen on or off</source>
        <translation>Allumer ou éteindre l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>Back to writing</source>
        <translation>Revenir à l&apos;écriture</translation>
    </message>
    <message>
        <source>Blank the audience screen</source>
        <translation>Masquer l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>Choose as number {number}</source>
        <translation>Choisir au rang {number}</translation>
    </message>
    <message>
        <source>Choose the group</source>
        <translation>Choisir le groupe</translation>
    </message>
    <message>
        <source>Clear the text, then the group, then leave</source>
        <translation>Effacer le texte, puis le groupe, puis sortir</translation>
    </message>
    <message>
        <source>Contested, or not</source>
        <translation>Contesté, ou non</translation>
    </message>
    <message>
        <source>Delete the note (can be undone)</source>
        <translation>Supprimer la note (peut s&apos;annuler)</translation>
    </message>
    <message>
        <source>Do not choose</source>
        <translation>Ne plus choisir</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Edit the last note (empty line)</source>
        <translation>Corriger la dernière note (ligne vide)</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>Modifier la note</translation>
    </message>
    <message>
        <source>Everywhere, also while typing</source>
        <translation>Partout, même en écrivant</translation>
    </message>
    <message>
        <source>Find in notes</source>
        <translation>Chercher dans les notes</translation>
    </message>
    <message>
        <source>Fit to time</source>
        <translation>Ajuster au temps</translation>
    </message>
    <message>
        <source>Heard again: one more</source>
        <translation>Entendu à nouveau&#xa0;: un de plus</translation>
    </message>
    <message>
        <source>In the agenda</source>
        <translation>Dans le déroulé</translation>
    </message>
    <message>
        <source>In the list of notes</source>
        <translation>Dans la liste des notes</translation>
    </message>
    <message>
        <source>Kind {number} for this line</source>
        <translation>Type {number} pour cette ligne</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Aller à la ligne</translation>
    </message>
    <message>
        <source>Next item of the agenda</source>
        <translation>Étape suivante du déroulé</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>Partie suivante de la page</translation>
    </message>
    <message>
        <source>Next prompt (clicker)</source>
        <translation>Question rapide suivante (télécommande)</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>Étape suivante du travail</translation>
    </message>
    <message>
        <source>One dot less (while choosing)</source>
        <translation>Une gommette de moins (pendant le choix)</translation>
    </message>
    <message>
        <source>One dot more (while choosing)</source>
        <translation>Une gommette de plus (pendant le choix)</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>Une minute de moins</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Une minute de plus</translation>
    </message>
    <message>
        <source>Park this line for later</source>
        <translation>Mettre cette ligne de côté</translation>
    </message>
    <message>
        <source>Previous item of the agenda</source>
        <translation>Étape précédente du déroulé</translation>
    </message>
    <message>
        <source>Previous part of the page</source>
        <translation>Partie précédente de la page</translation>
    </message>
    <message>
        <source>Previous prompt (clicker)</source>
        <translation>Question rapide précédente (télécommande)</translation>
    </message>
    <message>
        <source>Previous stage</source>
        <translation>Étape précédente du travail</translation>
    </message>
    <message>
        <source>Save as key point</source>
        <translation>Enregistrer comme point clé</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Enregistrer la note</translation>
    </message>
    <message>
        <source>Show the prompt on the audience screen</source>
        <translation>Montrer la question rapide sur l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>Skip this item and come back</source>
        <translation>Passer cette étape et y revenir</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Split in two</source>
        <translation>Couper en deux</translation>
    </message>
    <message>
        <source>Start, pause or go on</source>
        <translation>Commencer, mettre en pause ou reprendre</translation>
    </message>
    <message>
        <source>Text at normal size</source>
        <translation>Texte à la taille normale</translation>
    </message>
    <message>
        <source>This line belongs to all cards</source>
        <translation>Rattacher cette ligne à toutes les cartes</translation>
    </message>
    <message>
        <source>This line belongs to card {number}</source>
        <translation>Rattacher cette ligne à la carte {number}</translation>
    </message>
    <message>
        <source>Timer on the audience screen</source>
        <translation>Temps restant sur l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>Undo the last change of the plan</source>
        <translation>Annuler le dernier changement du plan</translation>
    </message>
    <message>
        <source>Undo the last save, move or delete</source>
        <translation>Annuler le dernier enregistrement, déplacement ou effacement</translation>
    </message>
    <message>
        <source>While nothing is being typed</source>
        <translation>Quand rien n&apos;est en cours d&apos;écriture</translation>
    </message>
    <message>
        <source>While writing a note</source>
        <translation>En écrivant une note</translation>
    </message>
    <message>
        <source>In Review, while reading back</source>
        <translation>Dans Relire, pendant la relecture à voix haute</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>Ligne suivante</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Question suivante</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>Ligne précédente</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Question précédente</translation>
    </message>
    <message>
        <source>Read back on screen, or stop</source>
        <translation>Relire à l&apos;écran, ou arrêter</translation>
    </message>
    <message>
        <source>The line is changed</source>
        <translation>La ligne est modifiée</translation>
    </message>
    <message>
        <source>The line is confirmed</source>
        <translation>La ligne est confirmée</translation>
    </message>
    <message>
        <source>The line is disputed</source>
        <translation>La ligne est contestée</translation>
    </message>
    <message>
        <source>Among the counters of turns</source>
        <translation>Parmi les compteurs de prises de parole</translation>
    </message>
    <message>
        <source>Count turns by seat or group</source>
        <translation>Compter les prises de parole par place ou par groupe</translation>
    </message>
    <message>
        <source>One turn for the counter {number}</source>
        <translation>Une prise de parole pour le compteur {number}</translation>
    </message>
    <message>
        <source>Small timer window on or off</source>
        <translation>Petite fenêtre du temps, afficher ou fermer</translation>
    </message>
    <message>
        <source>Take the last turn back</source>
        <translation>Annuler la dernière prise de parole</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <source>HTML cannot be used here: {detail}</source>
        <translation>le HTML n&apos;est pas permis ici&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>a text is missing here.</source>
        <translation>il manque un texte ici.</translation>
    </message>
    <message>
        <source>another kit is here as version {detail}. Its author must raise the version.</source>
        <translation>une autre trousse est déjà ici sous la version {detail}. Son auteur doit augmenter le numéro de version.</translation>
    </message>
    <message>
        <source>kits have no such field.</source>
        <translation>ce champ n&apos;existe pas dans une trousse.</translation>
    </message>
    <message>
        <source>links lead to the kit&apos;s own link slots only, not to {detail}.</source>
        <translation>les liens ne mènent qu&apos;aux liens déclarés dans la trousse, pas à {detail}.</translation>
    </message>
    <message>
        <source>nothing is called “{detail}”.</source>
        <translation>rien ne s&apos;appelle «&#xa0;{detail}&#xa0;».</translation>
    </message>
    <message>
        <source>the kinds of notes do not fit this question ({detail}).</source>
        <translation>les types de notes ne conviennent pas à cette question ({detail}).</translation>
    </message>
    <message>
        <source>the kit is larger than 20 MB.</source>
        <translation>la trousse dépasse 20 Mo.</translation>
    </message>
    <message>
        <source>the stored kit is damaged.</source>
        <translation>la trousse enregistrée est abîmée.</translation>
    </message>
    <message>
        <source>there is no kit here.</source>
        <translation>il n&apos;y a pas de trousse ici.</translation>
    </message>
    <message>
        <source>this field is missing.</source>
        <translation>ce champ manque.</translation>
    </message>
    <message>
        <source>this file cannot be read: {detail}.</source>
        <translation>ce fichier ne peut pas être lu&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>this file is missing.</source>
        <translation>ce fichier manque.</translation>
    </message>
    <message>
        <source>this file is not saved as UTF-8 (byte {detail}).</source>
        <translation>ce fichier n&apos;est pas enregistré en UTF-8 (octet {detail}).</translation>
    </message>
    <message>
        <source>this file is there twice.</source>
        <translation>ce fichier s&apos;y trouve deux fois.</translation>
    </message>
    <message>
        <source>this is not a kit, or the file is damaged.</source>
        <translation>ce n&apos;est pas une trousse, ou le fichier est abîmé.</translation>
    </message>
    <message>
        <source>this kit needs a newer version of the program.</source>
        <translation>cette trousse demande une version plus récente du programme.</translation>
    </message>
    <message>
        <source>this path could lead out of the kit.</source>
        <translation>ce chemin pourrait mener hors de la trousse.</translation>
    </message>
    <message>
        <source>this picture is not in the kit, or not a picture. {detail}</source>
        <translation>cette image n&apos;est pas dans la trousse, ou n&apos;est pas une image. {detail}</translation>
    </message>
    <message>
        <source>this picture is not in the kit: {detail}. Kits fetch nothing.</source>
        <translation>cette image n&apos;est pas dans la trousse&#xa0;: {detail}. Une trousse ne va rien chercher ailleurs.</translation>
    </message>
    <message>
        <source>this value does not fit ({detail}).</source>
        <translation>cette valeur ne convient pas ({detail}).</translation>
    </message>
    <message>
        <source>{file}, {field}</source>
        <translation>{file}, {field}</translation>
    </message>
    <message>
        <source>{place}: {what}</source>
        <translation>{place}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>“{detail}” is there twice.</source>
        <translation>«&#xa0;{detail}&#xa0;» s&apos;y trouve deux fois.</translation>
    </message>
</context>
<context>
    <name>LeanCard</name>
    <message>
        <source>Hands counted, if any</source>
        <translation>Mains comptées, s&apos;il y en a</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Désaccord</translation>
    </message>
    <message>
        <source>How strongly?</source>
        <translation>Quel accord&#xa0;?</translation>
    </message>
    <message>
        <source>Keep, it is agreed</source>
        <translation>Garder, avec son accord</translation>
    </message>
    <message>
        <source>Make it a paraphrase</source>
        <translation>En faire une reformulation</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Réunir avec</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Non précisé</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Ne plus choisir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Le retirer</translation>
    </message>
    <message>
        <source>Speaker agreed, no name</source>
        <translation>Accord donné, sans nom</translation>
    </message>
    <message>
        <source>This may lead to a person: {pieces}. Remove it, or keep it if agreed.</source>
        <translation>Ceci peut mener à une personne&#xa0;: {pieces}. Retirez-le, ou gardez-le si elle est d&apos;accord.</translation>
    </message>
    <message>
        <source>Words of this line</source>
        <translation>Texte de cette ligne</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L&apos;ouvrir</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>Ouvrir la copie</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Ouvrir la boîte d&apos;envoi</translation>
    </message>
    <message>
        <source>Pause and leave</source>
        <translation>Mettre en pause et quitter</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>The clock goes on</source>
        <translation>Le chronomètre continue</translation>
    </message>
    <message>
        <source>The clock stops</source>
        <translation>Le chronomètre s&apos;arrête</translation>
    </message>
    <message>
        <source>The path is copied.</source>
        <translation>Le chemin est copié.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Attendre</translation>
    </message>
    <message>
        <source>“{title}” is running. Leave?</source>
        <translation>«&#xa0;{title}&#xa0;» est en cours. Quitter&#xa0;?</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>As a line of its own, where its kind belongs</source>
        <translation>Comme une ligne à part, là où va son type</translation>
    </message>
    <message>
        <source>Join its words to the selected line</source>
        <translation>Ajouter son texte à la ligne choisie</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>NoteHints</name>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Entrée</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>touches</translation>
    </message>
    <message>
        <source>back</source>
        <translation>retour</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>gommettes</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>modifier</translation>
    </message>
    <message>
        <source>edit last</source>
        <translation>corriger</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>type</translation>
    </message>
    <message>
        <source>order</source>
        <translation>ordonner</translation>
    </message>
    <message>
        <source>save as key point</source>
        <translation>point clé</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message numerus="yes">
        <source>%n dot(s)</source>
        <translation>
            <numerusform>%n gommette</numerusform>
            <numerusform>%n gommettes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this question</source>
        <translation>
            <numerusform>%n sur cette question</numerusform>
            <numerusform>%n sur cette question</numerusform>
        </translation>
    </message>
    <message>
        <source>1st</source>
        <translation>1er</translation>
    </message>
    <message>
        <source>2nd</source>
        <translation>2e</translation>
    </message>
    <message>
        <source>3rd</source>
        <translation>3e</translation>
    </message>
    <message>
        <source>A copy is in {place}.</source>
        <translation>Une copie se trouve dans {place}.</translation>
    </message>
    <message>
        <source>A note needs words. To take it off the list, press Delete.</source>
        <translation>Une note a besoin de mots. Pour l&apos;ôter de la liste, appuyez sur Suppr.</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>L&apos;ensemble</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>Les trois</translation>
    </message>
    <message>
        <source>Also raised</source>
        <translation>Aussi évoqués</translation>
    </message>
    <message>
        <source>Another program is using the file.</source>
        <translation>Un autre programme utilise le fichier.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Rattacher à</translation>
    </message>
    <message>
        <source>Choice {number}</source>
        <translation>Choix {number}</translation>
    </message>
    <message>
        <source>Choice {number}: {text}</source>
        <translation>Choix {number}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>Choisissez-en %n au plus</numerusform>
            <numerusform>Choisissez-en %n au plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose up to three when the group has named its ideas.</source>
        <translation>Choisissez-en trois au plus quand le groupe a donné ses idées.</translation>
    </message>
    <message>
        <source>Clearly: {pole}</source>
        <translation>Nettement&#xa0;: {pole}</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>Contesté</translation>
    </message>
    <message>
        <source>Count hands</source>
        <translation>Compter les mains</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves a line as a key point.</source>
        <translation>Ctrl+Entrée enregistre une ligne comme point clé.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Depends / no position</source>
        <translation>Ça dépend, sans avis</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Gommettes</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>For all of them</source>
        <translation>Pour l&apos;ensemble</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Notes trouvées</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Groupe d&apos;origine</translation>
    </message>
    <message>
        <source>From: {group}.</source>
        <translation>Groupe d&apos;origine&#xa0;: {group}.</translation>
    </message>
    <message>
        <source>Hands: {first} to {second}, {undecided} undecided</source>
        <translation>Mains&#xa0;: {first} contre {second}, {undecided} sans avis</translation>
    </message>
    <message numerus="yes">
        <source>Heard %n time(s)</source>
        <translation>
            <numerusform>Entendu %n fois</numerusform>
            <numerusform>Entendu %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Heard again</source>
        <translation>Entendu à nouveau</translation>
    </message>
    <message>
        <source>Key point</source>
        <translation>Point clé</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>Points clés</translation>
    </message>
    <message>
        <source>Key points: {count}</source>
        <translation>Points clés&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Leaning recorded: {count} of {total}</source>
        <translation>Tendances notées&#xa0;: {count} sur {total}</translation>
    </message>
    <message>
        <source>More hands than people: {people} are in the room.</source>
        <translation>Plus de mains que de personnes&#xa0;: {people} dans la salle.</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>No ideas written yet.</source>
        <translation>Aucune idée n&apos;est encore écrite.</translation>
    </message>
    <message>
        <source>No key points yet.</source>
        <translation>Pas encore de point clé.</translation>
    </message>
    <message>
        <source>No note holds these words.</source>
        <translation>Aucune note ne contient ces mots.</translation>
    </message>
    <message>
        <source>No reasons yet</source>
        <translation>Pas encore de raisons</translation>
    </message>
    <message>
        <source>No single choice</source>
        <translation>Aucun choix en particulier</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Non retenu</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Non indiqué</translation>
    </message>
    <message>
        <source>Not recorded: ask for a show of hands</source>
        <translation>Pas encore notée&#xa0;: faites lever les mains</translation>
    </message>
    <message>
        <source>Not recorded: with so few people this would point to someone</source>
        <translation>Non indiqué&#xa0;: avec si peu de personnes, cela désignerait quelqu&apos;un</translation>
    </message>
    <message>
        <source>Not saved since {time}. Your words are still here. {reason}</source>
        <translation>Rien d&apos;enregistré depuis {time}. Vos mots sont toujours ici. {reason}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nothing is parked.</source>
        <translation>Rien n&apos;est mis de côté.</translation>
    </message>
    <message>
        <source>Nothing written yet.</source>
        <translation>Rien n&apos;est encore écrit.</translation>
    </message>
    <message>
        <source>One dot less</source>
        <translation>Une gommette de moins</translation>
    </message>
    <message>
        <source>One dot more</source>
        <translation>Une gommette de plus</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Mettre de côté</translation>
    </message>
    <message>
        <source>Parked notes</source>
        <translation>Notes mises de côté</translation>
    </message>
    <message>
        <source>Parked: {count}</source>
        <translation>Mis de côté&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Part of this may point to a person. Review asks about it.</source>
        <translation>Une partie de ce texte peut désigner une personne. La question sera posée à l&apos;étape Relire.</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Texte simple (*.txt)</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Rather: {pole}</source>
        <translation>Plutôt&#xa0;: {pole}</translation>
    </message>
    <message>
        <source>Save the notes elsewhere</source>
        <translation>Enregistrer les notes ailleurs</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>The data file is damaged.</source>
        <translation>Le fichier des données est abîmé.</translation>
    </message>
    <message>
        <source>The disk is full or locked.</source>
        <translation>Le disque est plein ou verrouillé.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>The room&apos;s lean on choice {number}</source>
        <translation>La tendance de la salle, choix {number}</translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation>Ce n&apos;est pas possible pour l&apos;instant.</translation>
    </message>
    <message>
        <source>This note is too long. Up to {limit} characters fit in one.</source>
        <translation>Cette note est trop longue&#xa0;: {limit} caractères au plus.</translation>
    </message>
    <message numerus="yes">
        <source>Top three: %n chosen</source>
        <translation>
            <numerusform>Trois principaux&#xa0;: %n choisi</numerusform>
            <numerusform>Trois principaux&#xa0;: %n choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Top {limit}: {count} chosen</source>
        <translation>Les {limit} principaux&#xa0;: {count} choisis</translation>
    </message>
    <message>
        <source>Type what you hear, press Enter. The kind can wait.</source>
        <translation>Écrivez ce que vous entendez, puis Entrée. Le type peut attendre.</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Sans avis</translation>
    </message>
    <message>
        <source>Under {number}</source>
        <translation>Sous {number}</translation>
    </message>
    <message>
        <source>heard {count}×</source>
        <translation>entendu {count}×</translation>
    </message>
    <message>
        <source>{box}: {count}</source>
        <translation>{box}&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{kind}. {gap} Press Enter to take it up.</source>
        <translation>{kind}. {gap} Appuyez sur Entrée pour y venir.</translation>
    </message>
    <message>
        <source>{label} (&amp;{letter})</source>
        <translation>{label} (&amp;{letter})</translation>
    </message>
    <message>
        <source>{place}: {words}</source>
        <translation>{place}&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>NotesList</name>
    <message>
        <source>Edit note</source>
        <translation>Modifier la note</translation>
    </message>
</context>
<context>
    <name>NotesMessages</name>
    <message>
        <source>Note deleted.</source>
        <translation>Note supprimée.</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>Enregistrer ailleurs</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>All notes</source>
        <translation>Toutes les notes</translation>
    </message>
    <message>
        <source>Back to all notes</source>
        <translation>Retour à toutes les notes</translation>
    </message>
    <message>
        <source>Notes on this question</source>
        <translation>Notes sur cette question</translation>
    </message>
</context>
<context>
    <name>Pack</name>
    <message numerus="yes">
        <source>%n individual sheet(s)</source>
        <translation>
            <numerusform>%n feuille individuelle</numerusform>
            <numerusform>%n feuilles individuelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note sheet(s)</source>
        <translation>
            <numerusform>%n feuille de notes</numerusform>
            <numerusform>%n feuilles de notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) handed to {printer}.</source>
        <translation>
            <numerusform>%n page remise à {printer}.</numerusform>
            <numerusform>%n pages remises à {printer}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table sheet(s)</source>
        <translation>
            <numerusform>%n feuille de table</numerusform>
            <numerusform>%n feuilles de table</numerusform>
        </translation>
    </message>
    <message>
        <source>No printer was found on this computer. Save the pack as PDF and print it elsewhere.</source>
        <translation>Aucune imprimante sur cet ordinateur. Enregistrez le dossier en PDF et imprimez-le ailleurs.</translation>
    </message>
    <message>
        <source>No program on this computer opens the PDF. It is here: {file}</source>
        <translation>Aucun programme de cet ordinateur n&apos;ouvre le PDF. Il se trouve ici&#xa0;: {file}</translation>
    </message>
    <message>
        <source>On paper: {parts}.</source>
        <translation>Sur papier&#xa0;: {parts}.</translation>
    </message>
    <message>
        <source>Paper pack handed to the printer</source>
        <translation>Dossier papier remis à l&apos;imprimante</translation>
    </message>
    <message>
        <source>Paper pack not printed</source>
        <translation>Dossier papier pas imprimé</translation>
    </message>
    <message>
        <source>Paper pack older than the plan</source>
        <translation>Dossier papier plus ancien que le plan</translation>
    </message>
    <message>
        <source>Paper pack saved as PDF</source>
        <translation>Dossier papier enregistré en PDF</translation>
    </message>
    <message numerus="yes">
        <source>Saved with %n page(s): {file}</source>
        <translation>
            <numerusform>Enregistré,&#xa0;%n page&#xa0;: {file}</numerusform>
            <numerusform>Enregistré,&#xa0;%n pages&#xa0;: {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>The pack is being made.</source>
        <translation>Le dossier est en préparation.</translation>
    </message>
    <message>
        <source>a running sheet</source>
        <translation>une fiche d&apos;animation</translation>
    </message>
    <message>
        <source>the printer</source>
        <translation>l&apos;imprimante</translation>
    </message>
</context>
<context>
    <name>PackBox</name>
    <message>
        <source>Open it</source>
        <translation>L&apos;ouvrir</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Print the pack</source>
        <translation>Imprimer le dossier</translation>
    </message>
    <message>
        <source>Print the paper pack</source>
        <translation>Imprimer le dossier papier</translation>
    </message>
    <message>
        <source>Save the pack as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Save the paper pack</source>
        <translation>Enregistrer le dossier papier</translation>
    </message>
</context>
<context>
    <name>PackWriter</name>
    <message>
        <source>After</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>Also said, not chosen</source>
        <translation>Aussi dit, non retenu</translation>
    </message>
    <message>
        <source>Guidance for the host</source>
        <translation>Conseils pour l&apos;hôte</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>In this pack</source>
        <translation>Dans ce dossier</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Trousse</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>No names of people, please.</source>
        <translation>Pas de noms de personnes, s&apos;il vous plaît.</translation>
    </message>
    <message>
        <source>Not in the group: on the individual sheet.</source>
        <translation>Pas en groupe&#xa0;: sur la feuille individuelle.</translation>
    </message>
    <message>
        <source>Not in the guide: added by this kit.</source>
        <translation>Absent du guide&#xa0;: ajouté par cette trousse.</translation>
    </message>
    <message>
        <source>Official wording: {text}</source>
        <translation>Texte officiel&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Our ideas</source>
        <translation>Nos idées</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Question {number}: {theme}</source>
        <translation>Question {number}&#xa0;: {theme}</translation>
    </message>
    <message>
        <source>Read aloud before you start</source>
        <translation>À lire à voix haute avant de commencer</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Running sheet</source>
        <translation>Fiche d&apos;animation</translation>
    </message>
    <message>
        <source>Sheets for individual views</source>
        <translation>Feuilles pour les points de vue individuels</translation>
    </message>
    <message>
        <source>Sheets for the note-taker</source>
        <translation>Feuilles pour la prise de notes</translation>
    </message>
    <message>
        <source>Sheets for the tables</source>
        <translation>Feuilles pour les tables</translation>
    </message>
    <message>
        <source>Started at</source>
        <translation>Début à</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>The questions</source>
        <translation>Les questions</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>We choose</source>
        <translation>Nous retenons</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What holds in this room</source>
        <translation>Ce qui vaut dans cette salle</translation>
    </message>
    <message>
        <source>What was said, one idea to a line</source>
        <translation>Ce qui a été dit, une idée par ligne</translation>
    </message>
    <message>
        <source>Where the group leans</source>
        <translation>La tendance du groupe</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>page {number}</translation>
    </message>
    <message>
        <source>pages {first} to {last}</source>
        <translation>pages {first} à {last}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Clearly that</source>
        <translation>Nettement cela</translation>
    </message>
    <message>
        <source>Clearly this</source>
        <translation>Nettement ceci</translation>
    </message>
    <message>
        <source>It depends</source>
        <translation>Ça dépend</translation>
    </message>
    <message>
        <source>Please write no names. Nothing here is linked to you. Leave out what you like.</source>
        <translation>N&apos;écrivez aucun nom, s&apos;il vous plaît. Rien ici n&apos;est relié à vous. Laissez sans réponse ce que vous voulez.</translation>
    </message>
    <message>
        <source>Question {number}: {theme}</source>
        <translation>Question {number}&#xa0;: {theme}</translation>
    </message>
    <message>
        <source>Rather that</source>
        <translation>Plutôt cela</translation>
    </message>
    <message>
        <source>Rather this</source>
        <translation>Plutôt ceci</translation>
    </message>
    <message>
        <source>Thank you. Please fold the sheet and give it back.</source>
        <translation>Merci. Pliez la feuille et rendez-la, s&apos;il vous plaît.</translation>
    </message>
</context>
<context>
    <name>PeopleField</name>
    <message>
        <source>Leave empty for groups of the usual size.</source>
        <translation>Laissez vide pour des groupes de taille habituelle.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Tables</source>
        <comment>before a number</comment>
        <translation>Tables</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>%n minute(s) are missing, even with everything at its shortest.</source>
        <translation>
            <numerusform>Il manque %n minute, même en réduisant tout au minimum.</numerusform>
            <numerusform>Il manque %n minutes, même en réduisant tout au minimum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add after it</source>
        <translation>Ajouter après</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>End at {time}</source>
        <translation>Finir à {time}</translation>
    </message>
    <message>
        <source>Ends {time} instead of {before}.</source>
        <translation>Fin à {time} au lieu de {before}.</translation>
    </message>
    <message>
        <source>Ends {time}, as before.</source>
        <translation>Fin à {time}, sans changement.</translation>
    </message>
    <message>
        <source>It cannot be shorter or longer.</source>
        <translation>Cette étape ne peut être ni plus courte ni plus longue.</translation>
    </message>
    <message>
        <source>Keep the length</source>
        <translation>Garder la durée</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Minutes left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>Must end at</source>
        <translation>Finir à</translation>
    </message>
    <message>
        <source>On the individual sheet</source>
        <translation>Sur la feuille individuelle</translation>
    </message>
    <message numerus="yes">
        <source>Plan %n minute(s)</source>
        <translation>
            <numerusform>Prévoir %n minute</numerusform>
            <numerusform>Prévoir %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Question {number} comes back.</source>
        <translation>La question {number} revient en groupe.</translation>
    </message>
    <message numerus="yes">
        <source>Question(s) {numbers} move to the individual sheet.</source>
        <translation>
            <numerusform>La question {numbers} passe sur la feuille individuelle.</numerusform>
            <numerusform>Les questions {numbers} passent sur la feuille individuelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip and come back</source>
        <translation>Passer et y revenir</translation>
    </message>
    <message>
        <source>Split in two</source>
        <translation>Couper en deux</translation>
    </message>
    <message>
        <source>Started {minutes} ago.</source>
        <translation>Commencé il y a {minutes}.</translation>
    </message>
    <message>
        <source>Take back into the group</source>
        <translation>Reprendre en groupe</translation>
    </message>
    <message>
        <source>That cannot be done now.</source>
        <translation>Ce n&apos;est pas possible maintenant.</translation>
    </message>
    <message>
        <source>That item is going on now. Go to another one first.</source>
        <translation>Cette étape est en cours. Passez d&apos;abord à une autre.</translation>
    </message>
    <message numerus="yes">
        <source>That leaves no time: %n minute(s) are missing.</source>
        <translation>
            <numerusform>Il ne reste plus de temps&#xa0;: il manque %n minute.</numerusform>
            <numerusform>Il ne reste plus de temps&#xa0;: il manque %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The change is undone.</source>
        <translation>Le changement est annulé.</translation>
    </message>
    <message>
        <source>The plan changed in between. Nothing was done; please look again.</source>
        <translation>Le plan a changé entre-temps. Rien n&apos;a été fait&#xa0;; vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>The plan now ends {time}.</source>
        <translation>Fin prévue à {time}.</translation>
    </message>
    <message>
        <source>There is not enough time for this plan any more. Nothing was done.</source>
        <translation>Il n&apos;y a plus assez de temps pour ce plan. Rien n&apos;a été fait.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n&apos;y a rien à annuler.</translation>
    </message>
    <message>
        <source>Too little time is left to make two parts of it.</source>
        <translation>Il reste trop peu de temps pour en faire deux parties.</translation>
    </message>
    <message>
        <source>Undo the last change of the plan</source>
        <translation>Annuler le dernier changement du plan</translation>
    </message>
    <message>
        <source>individual sheet</source>
        <translation>feuille individuelle</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>supprimée</translation>
    </message>
    <message>
        <source>{item} added.</source>
        <translation>Ajout&#xa0;: {item}.</translation>
    </message>
    <message>
        <source>{item} comes back next.</source>
        <translation>{item}&#xa0;: à reprendre juste après.</translation>
    </message>
    <message>
        <source>{item} has another place.</source>
        <translation>{item}&#xa0;: place changée.</translation>
    </message>
    <message>
        <source>{item} has two parts.</source>
        <translation>{item}&#xa0;: en deux parties.</translation>
    </message>
    <message>
        <source>{item} is back in the group.</source>
        <translation>{item} revient en groupe.</translation>
    </message>
    <message>
        <source>{item}: {before}, then {after}</source>
        <translation>{item}&#xa0;: {before}, puis {after}</translation>
    </message>
    <message>
        <source>{item}: {minutes}, {result}</source>
        <translation>{item}&#xa0;: {minutes}, {result}</translation>
    </message>
    <message>
        <source>{item}: {minutes}.</source>
        <translation>{item}&#xa0;: {minutes}.</translation>
    </message>
    <message>
        <source>{minutes} less</source>
        <translation>{minutes} de moins</translation>
    </message>
    <message>
        <source>{minutes} more</source>
        <translation>{minutes} de plus</translation>
    </message>
    <message>
        <source>{minutes} of talk, pauses not counted</source>
        <translation>{minutes} d&apos;échanges, sans compter les pauses</translation>
    </message>
    <message numerus="yes">
        <source>{time} is past: %n minute(s) are missing.</source>
        <translation>
            <numerusform>{time} est passé&#xa0;: il manque %n minute.</numerusform>
            <numerusform>{time} est passé&#xa0;: il manque %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prepare</name>
    <message>
        <source> · </source>
        <comment>between steps</comment>
        <translation> · </translation>
    </message>
    <message numerus="yes">
        <source>%n min are free.</source>
        <translation>
            <numerusform>%n min libre.</numerusform>
            <numerusform>%n min libres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min too long.</source>
        <translation>
            <numerusform>%n min de trop.</numerusform>
            <numerusform>%n min de trop.</numerusform>
        </translation>
    </message>
    <message>
        <source>A scribe per table</source>
        <translation>Notes à chaque table</translation>
    </message>
    <message numerus="yes">
        <source>About %n min of talk each on Question {number}</source>
        <translation>
            <numerusform>Environ %n min de parole chacun sur la question {number}</numerusform>
            <numerusform>Environ %n min de parole chacun sur la question {number}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n s of talk each on Question {number}</source>
        <translation>
            <numerusform>Environ %n s de parole chacun sur la question {number}</numerusform>
            <numerusform>Environ %n s de parole chacun sur la question {number}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agenda %n min free</source>
        <translation>
            <numerusform>Déroulé&#xa0;: %n min libre</numerusform>
            <numerusform>Déroulé&#xa0;: %n min libres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agenda %n min too long</source>
        <translation>
            <numerusform>Déroulé&#xa0;: %n min de trop</numerusform>
            <numerusform>Déroulé&#xa0;: %n min de trop</numerusform>
        </translation>
    </message>
    <message>
        <source>Agenda fits</source>
        <translation>Le déroulé tient</translation>
    </message>
    <message>
        <source>Agenda too tight</source>
        <translation>Déroulé trop serré</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>%n caractère au plus.</numerusform>
            <numerusform>%n caractères au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Between {low} and {high}.</source>
        <translation>Entre {low} et {high}.</translation>
    </message>
    <message>
        <source>Closed {date}.</source>
        <translation>Clôturée le {date}.</translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n day(s).</source>
        <translation>
            <numerusform>Clôture dans %n jour.</numerusform>
            <numerusform>Clôture dans %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closes today, at midnight.</source>
        <translation>Clôture aujourd&apos;hui, à minuit.</translation>
    </message>
    <message numerus="yes">
        <source>Fits. Ends %n min after you start.</source>
        <translation>
            <numerusform>Cela tient. Fin %n min après le début.</numerusform>
            <numerusform>Cela tient. Fin %n min après le début.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hybrid leaves little talk in so short a time. Better: online only, or 45 min.</source>
        <translation>En hybride, il reste peu de parole en si peu de temps. Mieux&#xa0;: tout en ligne, ou 45 min.</translation>
    </message>
    <message>
        <source>Little time to talk for so many people. Choose a longer time, smaller groups, or hold two conversations.</source>
        <translation>Peu de temps de parole pour tant de personnes. Choisissez une durée plus longue, des groupes plus petits, ou tenez deux conversations.</translation>
    </message>
    <message numerus="yes">
        <source>More than the %n people in the room.</source>
        <translation>
            <numerusform>Plus que la personne présente (%n).</numerusform>
            <numerusform>Plus que les %n personnes dans la salle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not talked about in the group, but on the individual sheet: {questions}.</source>
        <translation>Pas abordé en groupe, mais sur la feuille individuelle&#xa0;: {questions}.</translation>
    </message>
    <message>
        <source>Note-taker</source>
        <translation>Prise de notes</translation>
    </message>
    <message numerus="yes">
        <source>Only about %n s of talk each on Question {number}. More time or smaller groups help.</source>
        <translation>
            <numerusform>Seulement %n s environ de parole chacun sur la question {number}. Plus de temps ou des groupes plus petits aideraient.</numerusform>
            <numerusform>Seulement %n s environ de parole chacun sur la question {number}. Plus de temps ou des groupes plus petits aideraient.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only one screen found. You can still run; read the question aloud.</source>
        <translation>Un seul écran trouvé. Vous pouvez animer quand même&#xa0;: lisez la question à voix haute.</translation>
    </message>
    <message>
        <source>Remote co-host</source>
        <translation>Coanimation à distance</translation>
    </message>
    <message>
        <source>So many tables cannot all report. Collect cards, group them and read them aloud.</source>
        <translation>Tant de tables ne peuvent pas toutes rapporter. Recueillez des cartes, regroupez-les et lisez-les à voix haute.</translation>
    </message>
    <message>
        <source>Some parts are shorter than they need.</source>
        <translation>Certaines étapes sont plus courtes qu&apos;il ne faudrait.</translation>
    </message>
    <message>
        <source>Started now, it ends at {time}.</source>
        <translation>Si elle commence maintenant, elle finit à {time}.</translation>
    </message>
    <message>
        <source>Table hosts</source>
        <translation>Animation des tables</translation>
    </message>
    <message numerus="yes">
        <source>Talk at %n table(s)</source>
        <translation>
            <numerusform>Échanger à %n table</numerusform>
            <numerusform>Échanger à %n tables</numerusform>
        </translation>
    </message>
    <message>
        <source>The conversation has started; its plan stays as it is.</source>
        <translation>La conversation a commencé&#xa0;; son plan reste tel quel.</translation>
    </message>
    <message>
        <source>This cannot be kept as it is.</source>
        <translation>Ceci ne peut pas être gardé tel quel.</translation>
    </message>
    <message>
        <source>Timekeeper</source>
        <translation>Suivi du temps</translation>
    </message>
    <message numerus="yes">
        <source>Too tight: with every part at its shortest, %n min are still missing.</source>
        <translation>
            <numerusform>Trop court&#xa0;: même avec chaque étape au plus bref, il manque encore %n min.</numerusform>
            <numerusform>Trop court&#xa0;: même avec chaque étape au plus bref, il manque encore %n min.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two card sorters</source>
        <translation>Tri des cartes, à deux</translation>
    </message>
    <message>
        <source>You can still prepare, run and report. What you hand over now is not expected, and may not be read.</source>
        <translation>Vous pouvez toujours préparer, animer et rédiger. Ce que vous remettez aujourd&apos;hui n&apos;est pas attendu et ne sera peut-être pas lu.</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a date</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>{alone} Looked at {time}. Where a projector is plugged in, let the computer extend its screen instead of showing the same twice.</source>
        <translation>{alone} Vérifié à {time}. Si un projecteur est branché, demandez à l&apos;ordinateur d&apos;étendre son écran au lieu de le dupliquer.</translation>
    </message>
    <message>
        <source>{fact} Fit to time would give: {changes}.</source>
        <translation>{fact} Ajuster au temps donnerait&#xa0;: {changes}.</translation>
    </message>
    <message>
        <source>{item}: {minutes}</source>
        <comment>an item and its length</comment>
        <translation>{item}&#xa0;: {minutes}</translation>
    </message>
    <message>
        <source>{question} is on the individual sheet now.</source>
        <translation>{question} est maintenant sur la feuille individuelle.</translation>
    </message>
    <message numerus="yes">
        <source>{question} is on the individual sheet now; its %n min went to {lead}.</source>
        <translation>
            <numerusform>{question} est maintenant sur la feuille individuelle&#xa0;; sa minute (%n min) va à {lead}.</numerusform>
            <numerusform>{question} est maintenant sur la feuille individuelle&#xa0;; ses&#xa0;%n min vont à {lead}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{question} is talked about in the group again.</source>
        <translation>{question} se discute de nouveau en groupe.</translation>
    </message>
    <message numerus="yes">
        <source>{question} is talked about in the group again; %n min came from {lead}.</source>
        <translation>
            <numerusform>{question} se discute de nouveau en groupe&#xa0;;&#xa0;%n min vient de {lead}.</numerusform>
            <numerusform>{question} se discute de nouveau en groupe&#xa0;;&#xa0;%n min viennent de {lead}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{screen} found</source>
        <translation>{screen} trouvé</translation>
    </message>
    <message>
        <source>{screen} shows the first question. Walk to the back and read it.</source>
        <translation>{screen} montre la première question. Allez au fond de la salle et lisez-la.</translation>
    </message>
    <message>
        <source>{step} {minutes}</source>
        <comment>a step with its minutes</comment>
        <translation>{step} {minutes}</translation>
    </message>
    <message>
        <source>{total} of {minutes} min</source>
        <translation>{total} sur {minutes} min</translation>
    </message>
</context>
<context>
    <name>PrepareForm</name>
    <message>
        <source>Consecutive interpretation</source>
        <translation>Interprétation consécutive</translation>
    </message>
    <message>
        <source>Everything is said twice, so talk takes half as long again, and each person has two thirds of it.</source>
        <translation>Tout est dit deux fois&#xa0;: les échanges prennent moitié plus de temps, et chaque personne en a les deux tiers.</translation>
    </message>
    <message>
        <source>For example: Open forum</source>
        <translation>Par exemple&#xa0;: Forum ouvert</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Hybrid is our addition; the kit&apos;s guide does not describe it.</source>
        <translation>Le format hybride est notre ajout&#xa0;; le guide de la trousse ne le décrit pas.</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>Dans la salle</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interprète</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Trousse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Leave it empty where the end is not fixed.</source>
        <translation>Laissez vide si la fin n&apos;est pas imposée.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Must end at</source>
        <translation>Finir à</translation>
    </message>
    <message>
        <source>Notes in</source>
        <translation>Notes en</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Second screen</source>
        <translation>Second écran</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Town, or online</source>
        <translation>Ville, ou en ligne</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Usual lengths in minutes</source>
        <translation>Durées habituelles, en minutes</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>Qui l&apos;a dit</translation>
    </message>
    <message>
        <source>Write a time such as 17:00.</source>
        <translation>Écrivez une heure comme 17:00.</translation>
    </message>
    <message>
        <source>{counted} of {people} counted. Optional: counts only, never names.</source>
        <translation>{counted} sur {people} comptées. Facultatif&#xa0;: des nombres seulement, jamais de noms.</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>Agenda: {total}</source>
        <translation>Déroulé&#xa0;: {total}</translation>
    </message>
    <message>
        <source>Parts of the preparation</source>
        <translation>Parties de la préparation</translation>
    </message>
    <message>
        <source>The conversation has started. Its plan stays as it was; time is given and taken on Run.</source>
        <translation>La conversation a commencé. Son plan reste tel quel&#xa0;; pour donner ou prendre du temps, passez à «&#xa0;Animer&#xa0;».</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Le plan</translation>
    </message>
</context>
<context>
    <name>QuestionColumn</name>
    <message>
        <source>Choices</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Open the agenda</source>
        <translation>Ouvrir le déroulé</translation>
    </message>
    <message>
        <source>Our translation of the official text</source>
        <translation>Notre traduction du texte officiel</translation>
    </message>
    <message>
        <source>Our translation. Original: {text}</source>
        <translation>Notre traduction. Original&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Quick prompts</source>
        <translation>Questions rapides</translation>
    </message>
    <message>
        <source>Show the question on the audience screen</source>
        <translation>Montrer la question sur l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>The question is on the audience screen</source>
        <translation>La question est sur l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>{list}. {key} shows the one being asked.</source>
        <translation>{list}. {key} montre à la salle ce qui est demandé.</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message numerus="yes">
        <source>%n line(s) not shown: something may lead to a person. Settle it first.</source>
        <translation>
            <numerusform>%n ligne non montrée&#xa0;: elle pourrait mener à une personne. Réglez-la d&apos;abord.</numerusform>
            <numerusform>%n lignes non montrées&#xa0;: elles pourraient mener à une personne. Réglez-les d&apos;abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>Ligne suivante</translation>
    </message>
    <message>
        <source>Next: {section}</source>
        <translation>À suivre&#xa0;: {section}</translation>
    </message>
    <message>
        <source>Nothing can be read back yet.</source>
        <translation>Rien à relire pour l&apos;instant.</translation>
    </message>
    <message>
        <source>{section}: line {line} of {total}</source>
        <translation>{section}&#xa0;: ligne {line} sur {total}</translation>
    </message>
</context>
<context>
    <name>ReadBackBar</name>
    <message>
        <source>Audience screen options</source>
        <translation>Options de l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Bright room: dark words on white</source>
        <translation>Salle claire&#xa0;: texte sombre sur blanc</translation>
    </message>
    <message>
        <source>Finish reading</source>
        <translation>Finir la relecture</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Question suivante</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>Ligne précédente</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Question précédente</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Montrer à nouveau</translation>
    </message>
    <message>
        <source>Show groups to the room</source>
        <translation>Montrer les groupes à la salle</translation>
    </message>
    <message>
        <source>Show the lines</source>
        <translation>Montrer les lignes</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la relecture</translation>
    </message>
    <message>
        <source>The room sees a blank screen</source>
        <translation>La salle voit un écran vide</translation>
    </message>
    <message>
        <source>What the group said</source>
        <translation>Ce que le groupe en a dit</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>About this submission</source>
        <translation>À propos de cet envoi</translation>
    </message>
    <message>
        <source>Also asked by this kit</source>
        <translation>Aussi demandé par cette trousse</translation>
    </message>
    <message>
        <source>Also raised, not chosen</source>
        <translation>Aussi évoqués, non retenus</translation>
    </message>
    <message>
        <source>Answers received</source>
        <translation>Réponses reçues</translation>
    </message>
    <message>
        <source>By broad group</source>
        <translation>Par grand groupe</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Hands: {first} for the first, {second} for the second, {undecided} undecided</source>
        <translation>Mains levées : {first} pour le premier, {second} pour le second, {undecided} sans avis</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En bref</translation>
    </message>
    <message>
        <source>Individual views, as totals</source>
        <translation>Points de vue individuels, en totaux</translation>
    </message>
    <message>
        <source>Language of the notes</source>
        <translation>Langue des notes</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>Langue parlée</translation>
    </message>
    <message>
        <source>Made with the kit {kit} {kit_version} and version {version} of this program. A number of its own, the kit&apos;s checksum, and the times it was begun, edited and sealed go along.</source>
        <translation>Fait avec la trousse {kit} {kit_version} et la version {version} de ce programme. Partent aussi un numéro propre à l&apos;envoi, l&apos;empreinte de la trousse, et les heures auxquelles il a été commencé, modifié et scellé.</translation>
    </message>
    <message>
        <source>May be named</source>
        <translation>Peut être citée</translation>
    </message>
    <message>
        <source>May be published</source>
        <translation>Peut être publié</translation>
    </message>
    <message>
        <source>Minutes it took</source>
        <translation>Durée réelle, en minutes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>No lean recorded</source>
        <translation>Aucune tendance notée</translation>
    </message>
    <message>
        <source>Notes read back</source>
        <translation>Notes relues au groupe</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>People knew what is noted</source>
        <translation>Les personnes savaient ce qui est noté</translation>
    </message>
    <message>
        <source>People, as counts only</source>
        <translation>Les personnes, en nombres seulement</translation>
    </message>
    <message>
        <source>Photos or recordings</source>
        <translation>Photos ou enregistrements</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Planned minutes</source>
        <translation>Durée prévue, en minutes</translation>
    </message>
    <message>
        <source>Questions reworded</source>
        <translation>Questions reformulées</translation>
    </message>
    <message>
        <source>Quotations, agreed</source>
        <translation>Citations, avec accord</translation>
    </message>
    <message>
        <source>Revision {revision}. This is everything that goes. No person&apos;s name, no notes, no times of single notes.</source>
        <translation>Révision {revision}. C&apos;est tout ce qui part. Aucun nom de personne, aucune note, aucune heure de note.</translation>
    </message>
    <message>
        <source>Rule announced</source>
        <translation>Règle annoncée</translation>
    </message>
    <message>
        <source>Sittings</source>
        <translation>Nombre de séances</translation>
    </message>
    <message>
        <source>The conversation</source>
        <translation>La conversation</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>La suite</translation>
    </message>
    <message>
        <source>Where people disagreed</source>
        <translation>Les points de désaccord</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>fewer than 5</source>
        <translation>moins de 5</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>As a page</source>
        <translation>En page</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Exactly what goes</source>
        <translation>Exactement ce qui part</translation>
    </message>
    <message>
        <source>Exactly what will go</source>
        <translation>Exactement ce qui partira</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>Comment le lire</translation>
    </message>
    <message>
        <source>SHA-256 of these bytes: {digest}</source>
        <translation>SHA-256 de ces octets&#xa0;: {digest}</translation>
    </message>
    <message>
        <source>The very bytes</source>
        <translation>Les octets exacts</translation>
    </message>
    <message>
        <source>What goes, as a page</source>
        <translation>Ce qui part, en page</translation>
    </message>
    <message>
        <source>What goes, the very bytes</source>
        <translation>Ce qui part, les octets exacts</translation>
    </message>
</context>
<context>
    <name>ReadyBar</name>
    <message>
        <source>Before you start</source>
        <translation>Avant de commencer</translation>
    </message>
    <message>
        <source>Go back to Run</source>
        <translation>Revenir à Animer</translation>
    </message>
    <message>
        <source>No note-taker yet</source>
        <translation>Prise de notes à prévoir</translation>
    </message>
    <message>
        <source>Note-taker set</source>
        <translation>Prise de notes prévue</translation>
    </message>
    <message>
        <source>One field needs a change</source>
        <translation>Un champ est à changer</translation>
    </message>
    <message>
        <source>Only one screen found</source>
        <translation>Un seul écran trouvé</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Tout est prêt</translation>
    </message>
    <message>
        <source>Second screen found</source>
        <translation>Second écran trouvé</translation>
    </message>
    <message>
        <source>Show what could help, in the agenda</source>
        <translation>Voir dans le déroulé ce qui peut aider</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>The clock is paused</source>
        <translation>Le temps est en pause</translation>
    </message>
    <message>
        <source>The clock is running</source>
        <translation>Le temps court</translation>
    </message>
    <message>
        <source>The conversation is over</source>
        <translation>La conversation est terminée</translation>
    </message>
    <message>
        <source>Too little time left</source>
        <translation>Pas assez de temps</translation>
    </message>
</context>
<context>
    <name>ReceivedCard</name>
    <message>
        <source>Passed</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Passed: people who chose not to answer. Only counts are kept, never who.</source>
        <translation>Sans réponse&#xa0;: celles et ceux qui ont choisi de ne pas répondre. Seuls des nombres sont gardés, jamais qui.</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>A rehearsal stays on this page: nothing of it is kept, reviewed or sent.</source>
        <translation>Une répétition reste sur cette page&#xa0;: rien n&apos;en est conservé, relu ni remis.</translation>
    </message>
    <message>
        <source>Leave the rehearsal</source>
        <translation>Quitter la répétition</translation>
    </message>
    <message>
        <source>Rehearsal, {times}x: nothing is kept</source>
        <translation>Répétition, {times}×&#xa0;: rien n&apos;est conservé</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Répéter</translation>
    </message>
    <message>
        <source>Try everything here: your conversation stays as it is.</source>
        <translation>Essayez tout ici&#xa0;: votre conversation reste telle quelle.</translation>
    </message>
    <message>
        <source>{times} times as fast</source>
        <translation>{times} fois plus vite</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%n are chosen already. Put one back first.</source>
        <translation>
            <numerusform>%n est déjà choisi. Retirez d&apos;abord ce choix.</numerusform>
            <numerusform>%n sont déjà choisis. Retirez d&apos;abord l&apos;un de ces choix.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be settled before sealing.</source>
        <translation>
            <numerusform>%n point est à régler avant de sceller.</numerusform>
            <numerusform>%n points sont à régler avant de sceller.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to settle.</source>
        <translation>
            <numerusform>%n point à régler.</numerusform>
            <numerusform>%n points à régler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n à voir</numerusform>
            <numerusform>%n à voir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n à régler</numerusform>
            <numerusform>%n à régler</numerusform>
        </translation>
    </message>
    <message>
        <source>A line needs words. To leave it out, press Remove.</source>
        <translation>Une ligne a besoin de mots. Pour la laisser de côté, choisissez «&#xa0;Retirer&#xa0;».</translation>
    </message>
    <message>
        <source>A quotation needs its speaker&apos;s agreement: “{what}”</source>
        <translation>Une citation demande l&apos;accord de la personne&#xa0;: «&#xa0;{what}&#xa0;»</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Add a point on which people disagreed</source>
        <translation>Ajouter un point de désaccord</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>Ajouter une raison</translation>
    </message>
    <message>
        <source>Add an idea</source>
        <translation>Ajouter une idée</translation>
    </message>
    <message>
        <source>Also raised, not chosen ({count})</source>
        <translation>Aussi évoqués, non retenus ({count})</translation>
    </message>
    <message>
        <source>Also said ({count})</source>
        <translation>Aussi dit ({count})</translation>
    </message>
    <message>
        <source>Broad agreement</source>
        <translation>Large accord</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Choose a country from the list, or write its two letters.</source>
        <translation>Choisissez un pays dans la liste, ou écrivez ses deux lettres.</translation>
    </message>
    <message>
        <source>Chosen {done} of {total}, also raised {also}</source>
        <translation>Choisis {done} sur {total}, autres {also}</translation>
    </message>
    <message>
        <source>Chosen: {count} of {of}</source>
        <translation>Choisis&#xa0;: {count} sur {of}</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Consent: did people know what is noted and handed over?</source>
        <translation>Accord&#xa0;: les personnes savaient-elles ce qui est noté et remis&#xa0;?</translation>
    </message>
    <message>
        <source>Consent: what may be published?</source>
        <translation>Accord&#xa0;: que peut-on publier&#xa0;?</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>Contesté</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Désaccords</translation>
    </message>
    <message>
        <source>Discussed by the group</source>
        <translation>Abordée en groupe</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Pas d&apos;accord</translation>
    </message>
    <message>
        <source>Every note is used.</source>
        <translation>Toutes les notes sont reprises.</translation>
    </message>
    <message>
        <source>Everything that must be settled is settled.</source>
        <translation>Tout ce qui devait être réglé l&apos;est.</translation>
    </message>
    <message>
        <source>First: {gap}</source>
        <translation>D&apos;abord&#xa0;: {gap}</translation>
    </message>
    <message>
        <source>For all of them</source>
        <translation>Pour l&apos;ensemble</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Form, to answer: {what}</source>
        <translation>Formulaire, à remplir&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Good to have, may stay open</source>
        <translation>Utile, mais peut rester ouvert</translation>
    </message>
    <message>
        <source>Ideas were raised, and fewer are chosen than asked for.</source>
        <translation>Des idées ont été évoquées, mais moins sont choisies que demandé.</translation>
    </message>
    <message>
        <source>In short, and next</source>
        <translation>En bref, et la suite</translation>
    </message>
    <message>
        <source>Individual views</source>
        <translation>Points de vue individuels</translation>
    </message>
    <message>
        <source>Individual views: {received} received, but more answers to a choice are counted.</source>
        <translation>Points de vue individuels&#xa0;: réponses reçues, {received}&#xa0;; davantage sont comptées pour un choix.</translation>
    </message>
    <message>
        <source>Leans {done} of {total}</source>
        <translation>Tendances {done} sur {total}</translation>
    </message>
    <message>
        <source>Left to individual views</source>
        <translation>Laissée aux points de vue individuels</translation>
    </message>
    <message>
        <source>Lists {done} of {total}</source>
        <translation>Listes {done} sur {total}</translation>
    </message>
    <message>
        <source>Mixed views</source>
        <translation>Avis partagés</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>No note: written here in Review.</source>
        <translation>Aucune note&#xa0;: écrit ici, à la relecture.</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non abordée</translation>
    </message>
    <message>
        <source>Not reached: say why in a few words.</source>
        <translation>Non abordée&#xa0;: dites pourquoi en quelques mots.</translation>
    </message>
    <message>
        <source>Not read back</source>
        <translation>Pas relu au groupe</translation>
    </message>
    <message>
        <source>Not used: {count}</source>
        <translation>Non reprises&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Notes of this line</source>
        <translation>Notes de cette ligne</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Open an idea below and press Choose.</source>
        <translation>Rien n&apos;est encore choisi. Ouvrez une idée ci-dessous et choisissez-la.</translation>
    </message>
    <message>
        <source>Nothing is left to settle. Read what will go, then seal it.</source>
        <translation>Tout est réglé. Lisez ce qui partira, puis scellez.</translation>
    </message>
    <message>
        <source>Nothing is written. Was it left to individual views, or not reached?</source>
        <translation>Rien n&apos;est écrit. A-t-elle été laissée aux points de vue individuels, ou non abordée&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing written yet.</source>
        <translation>Rien n&apos;est encore écrit.</translation>
    </message>
    <message>
        <source>Only addresses and numbers are looked for. Names cannot be found by a program: read every line.</source>
        <translation>Seuls les adresses et les numéros sont recherchés. Un programme ne sait pas trouver les noms&#xa0;: lisez chaque ligne.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Question {number}</translation>
    </message>
    <message>
        <source>Question {number}: {gap}</source>
        <translation>Question {number}&#xa0;: {gap}</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Sealed on {day} at {time} as revision {revision}.</source>
        <translation>Scellé le {day} à {time}, révision {revision}.</translation>
    </message>
    <message>
        <source>Sealed on {day} at {time} as revision {revision}. What was sealed cannot change; a corrected copy becomes the next revision.</source>
        <translation>Scellé le {day} à {time}, révision {revision}. Ce qui est scellé ne change plus&#xa0;; une copie corrigée devient la révision suivante.</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>The conversation has not ended. End it on Run, then seal.</source>
        <translation>La conversation n&apos;est pas terminée. Terminez-la dans «&#xa0;Animer&#xa0;», puis scellez.</translation>
    </message>
    <message>
        <source>These counts do not fit: {people} people were in the room.</source>
        <translation>Ces nombres ne concordent pas&#xa0;: il y avait {people} personnes dans la salle.</translation>
    </message>
    <message>
        <source>These two lines do not stand together.</source>
        <translation>Ces deux lignes ne vont pas ensemble.</translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation>Ce n&apos;est pas possible pour l&apos;instant.</translation>
    </message>
    <message>
        <source>This is more than can be handed over at once. Shorten or remove lines.</source>
        <translation>C&apos;est plus que ce qui peut être remis en une fois. Raccourcissez ou retirez des lignes.</translation>
    </message>
    <message>
        <source>This may lead to a person: {what}</source>
        <translation>Ceci peut mener à une personne&#xa0;: {what}</translation>
    </message>
    <message>
        <source>To settle</source>
        <comment>of one line</comment>
        <translation>À régler</translation>
    </message>
    <message>
        <source>To settle before sealing</source>
        <translation>À régler avant de sceller</translation>
    </message>
    <message>
        <source>Too long. Up to {limit} characters fit.</source>
        <translation>Trop long&#xa0;: {limit} caractères au plus.</translation>
    </message>
    <message>
        <source>Where people disagreed ({count})</source>
        <translation>Points de désaccord ({count})</translation>
    </message>
    <message>
        <source>Write the day as 2022-07-05, or 2022-07.</source>
        <translation>Écrivez le jour ainsi&#xa0;: 2022-07-05, ou 2022-07.</translation>
    </message>
    <message>
        <source>Yes, quoting without names</source>
        <translation>Oui, en citant sans nom</translation>
    </message>
    <message>
        <source>Yes, summarised only</source>
        <translation>Oui, en résumé seulement</translation>
    </message>
    <message numerus="yes">
        <source>heard %n time(s)</source>
        <translation>
            <numerusform>entendu %n fois</numerusform>
            <numerusform>entendu %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>parked</source>
        <translation>mise de côté</translation>
    </message>
    <message>
        <source>used</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>{done} of {total} answered</source>
        <translation>Répondu&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>{done} of {total} people</source>
        <translation>{done} personnes sur {total}</translation>
    </message>
    <message>
        <source>{what}, because: {reason}</source>
        <translation>{what}, car&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>“{what}”: no lean recorded.</source>
        <translation>«&#xa0;{what}&#xa0;»&#xa0;: aucune tendance notée.</translation>
    </message>
    <message>
        <source>“{what}”: nothing written.</source>
        <translation>«&#xa0;{what}&#xa0;»&#xa0;: rien d&apos;écrit.</translation>
    </message>
</context>
<context>
    <name>ReviewFoot</name>
    <message numerus="yes">
        <source>%n thing(s) to settle</source>
        <translation>
            <numerusform>%n point à régler</numerusform>
            <numerusform>%n points à régler</numerusform>
        </translation>
    </message>
    <message>
        <source>A preview: the notes still grow. Editing begins when the talk ends.</source>
        <translation>Un aperçu&#xa0;: les notes s&apos;ajoutent encore. La relecture commence quand la conversation est terminée.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Back to Run</source>
        <translation>Retour à l&apos;animation</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>Reprendre la relecture</translation>
    </message>
    <message>
        <source>Go to Send</source>
        <translation>Aller à la remise</translation>
    </message>
    <message>
        <source>Open a corrected copy</source>
        <translation>Ouvrir une copie à corriger</translation>
    </message>
    <message>
        <source>Read exactly what will go</source>
        <translation>Lire exactement ce qui partira</translation>
    </message>
    <message>
        <source>Seal and queue</source>
        <translation>Sceller et mettre en attente</translation>
    </message>
    <message>
        <source>Settle the first</source>
        <translation>Régler le premier</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Read back on screen</source>
        <translation>Relire à l&apos;écran</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
</context>
<context>
    <name>ReviewPanes</name>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Source notes</source>
        <translation>Notes d&apos;origine</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Not saved yet. Your words are still here.</source>
        <translation>Pas encore enregistré. Vos mots sont toujours ici.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
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
    <message>
        <source>Ask the group first. Ends {time}</source>
        <translation>Demandez d&apos;abord au groupe. Fin à {time}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Demandée</translation>
    </message>
    <message>
        <source>Being asked</source>
        <translation>En train d&apos;être demandée</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Changing groups</source>
        <translation>Changement de groupes</translation>
    </message>
    <message>
        <source>Choose three</source>
        <translation>En choisir trois</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clôture</translation>
    </message>
    <message>
        <source>Consent, who is here</source>
        <translation>Accord, qui est là</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>End {minutes} min later</source>
        <translation>Finir {minutes} min plus tard</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Ended {time}</source>
        <translation>Terminée à {time}</translation>
    </message>
    <message>
        <source>Ends {time}</source>
        <translation>Fin à {time}</translation>
    </message>
    <message>
        <source>Ends {time}, planned {planned}</source>
        <translation>Fin à {time}, prévue à {planned}</translation>
    </message>
    <message>
        <source>Energiser</source>
        <translation>Moment d&apos;énergie</translation>
    </message>
    <message>
        <source>Individual</source>
        <comment>short for individual views</comment>
        <translation>Individuel</translation>
    </message>
    <message>
        <source>Individual views</source>
        <translation>Points de vue individuels</translation>
    </message>
    <message>
        <source>Interpretation</source>
        <translation>Interprétation</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Continuer ainsi</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Pas encore demandée</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Pas commencée</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Now {time}</source>
        <translation>Il est {time}</translation>
    </message>
    <message>
        <source>On plan</source>
        <translation>Dans les temps</translation>
    </message>
    <message>
        <source>On the audience screen</source>
        <translation>Sur l&apos;écran de la salle</translation>
    </message>
    <message>
        <source>Open and ask for consent</source>
        <translation>Ouvrir et demander l&apos;accord</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Temps dépassé</translation>
    </message>
    <message>
        <source>Paper, hands or laptop</source>
        <translation>Papier, mains, ordinateur</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Question {number}</translation>
    </message>
    <message>
        <source>Question {number} of {total} · {theme}</source>
        <translation>Question {number} sur {total} · {theme}</translation>
    </message>
    <message numerus="yes">
        <source>Question(s) {numbers} go there</source>
        <translation>
            <numerusform>La question {numbers} y sera traitée</numerusform>
            <numerusform>Les questions {numbers} y seront traitées</numerusform>
        </translation>
    </message>
    <message>
        <source>Quick prompts</source>
        <translation>Questions rapides</translation>
    </message>
    <message>
        <source>Q{number}</source>
        <comment>short for a question</comment>
        <translation>Q{number}</translation>
    </message>
    <message>
        <source>Read back and close</source>
        <translation>Relire et clore</translation>
    </message>
    <message>
        <source>Read back, next steps</source>
        <translation>Relecture, suites</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Mettre en commun</translation>
    </message>
    <message>
        <source>Skip to individual views</source>
        <translation>Passer aux points de vue individuels</translation>
    </message>
    <message>
        <source>Still ends {time}</source>
        <translation>Fin inchangée, {time}</translation>
    </message>
    <message>
        <source>Take {minutes} min from {item}</source>
        <translation>Prendre {minutes} min sur «&#xa0;{item}&#xa0;»</translation>
    </message>
    <message>
        <source>Talk in small groups</source>
        <translation>Échanger en petits groupes</translation>
    </message>
    <message numerus="yes">
        <source>The clock was not watched for %n minute(s). Did the talk go on?</source>
        <translation>
            <numerusform>%n minute sans suivi. L&apos;échange a-t-il continué&#xa0;?</numerusform>
            <numerusform>%n minutes sans suivi. L&apos;échange a-t-il continué&#xa0;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer slept for %n minute(s). Did the talk go on?</source>
        <translation>
            <numerusform>%n minute de veille. L&apos;échange a-t-il continué&#xa0;?</numerusform>
            <numerusform>%n minutes de veille. L&apos;échange a-t-il continué&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Think in silence</source>
        <translation>Réfléchir en silence</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Took {minutes} min</source>
        <translation>En {minutes} min</translation>
    </message>
    <message>
        <source>Took {minutes} min · {notes}</source>
        <translation>En {minutes} min · {notes}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>What this is about</source>
        <translation>De quoi il s&apos;agit</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>Qui est là</translation>
    </message>
    <message>
        <source>Wrap up</source>
        <translation>À conclure</translation>
    </message>
    <message>
        <source>for {item}</source>
        <translation>prévues · {item}</translation>
    </message>
    <message>
        <source>left of {minutes} min</source>
        <translation>restantes sur {minutes} min</translation>
    </message>
    <message>
        <source>over on {item}</source>
        <translation>de plus · {item}</translation>
    </message>
    <message>
        <source>{item} ({part})</source>
        <comment>a further part of an item</comment>
        <translation>{item} ({part})</translation>
    </message>
    <message numerus="yes">
        <source>{item} has used its %n minute(s). Choose:</source>
        <translation>
            <numerusform>{item}&#xa0;: %n minute s&apos;est écoulée. Choisissez&#xa0;:</numerusform>
            <numerusform>{item}&#xa0;: les %n minutes sont écoulées. Choisissez&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>{item}: time is up.</source>
        <translation>{item}&#xa0;: temps écoulé.</translation>
    </message>
    <message>
        <source>{item}: time to wrap up.</source>
        <translation>{item}&#xa0;: il est temps de conclure.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min ahead of plan</source>
        <translation>{minutes} min d&apos;avance</translation>
    </message>
    <message>
        <source>{minutes} min behind plan</source>
        <translation>{minutes} min de retard</translation>
    </message>
    <message>
        <source>{minutes} min used · {notes}</source>
        <translation>Déjà {minutes} min · {notes}</translation>
    </message>
</context>
<context>
    <name>RunMenu</name>
    <message>
        <source>Small timer window</source>
        <translation>Petite fenêtre du temps</translation>
    </message>
</context>
<context>
    <name>RunMessages</name>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Fit to time</source>
        <translation>Ajuster au temps</translation>
    </message>
    <message>
        <source>It stopped</source>
        <translation>Il s&apos;est arrêté</translation>
    </message>
    <message>
        <source>It went on</source>
        <translation>Il a continué</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Take from another item</source>
        <translation>Prendre à une autre étape</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{choice}: {result}</source>
        <translation>{choice}&#xa0;: {result}</translation>
    </message>
</context>
<context>
    <name>RunScreen</name>
    <message>
        <source>Agenda</source>
        <translation>Déroulé</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Parties de la page</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Parole</translation>
    </message>
</context>
<context>
    <name>ScreenField</name>
    <message>
        <source>End the test</source>
        <translation>Terminer l&apos;essai</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Chercher à nouveau</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Essayer</translation>
    </message>
</context>
<context>
    <name>Send</name>
    <message numerus="yes">
        <source>%n other(s) are held for the same reason.</source>
        <translation>
            <numerusform>%n autre est retenu pour la même raison.</numerusform>
            <numerusform>%n autres sont retenus pour la même raison.</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy was saved as {value}.</source>
        <translation>Une copie est enregistrée sous {value}.</translation>
    </message>
    <message>
        <source>Accepted (unsigned).</source>
        <translation>Accepté (sans signature).</translation>
    </message>
    <message>
        <source>Accepted. Its signature was not checked: no key is set for this address.</source>
        <translation>Accepté. Sa signature n&apos;a pas été vérifiée&#xa0;: aucune clé n&apos;est donnée pour cette adresse.</translation>
    </message>
    <message>
        <source>Access code not accepted</source>
        <translation>Code d&apos;accès non accepté</translation>
    </message>
    <message>
        <source>Add receipt</source>
        <translation>Ajouter le reçu</translation>
    </message>
    <message>
        <source>An access code has only plain letters, digits and signs, without spaces.</source>
        <translation>Un code d&apos;accès n&apos;a que des lettres simples, des chiffres et des signes, sans espace.</translation>
    </message>
    <message>
        <source>Another text has the same number there</source>
        <translation>Un autre texte y porte le même numéro</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Réponse de</translation>
    </message>
    <message>
        <source>Answered without a receipt</source>
        <translation>Réponse sans reçu</translation>
    </message>
    <message>
        <source>Answered without proof</source>
        <translation>Réponse sans preuve</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Ask the people who gave you this kit whether they still take observations, and how. The kit names: {places}</source>
        <translation>Demandez aux personnes qui vous ont donné cette trousse si elles acceptent encore des observations, et comment. La trousse nomme : {places}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Asked to be withdrawn there</source>
        <translation>Retrait demandé</translation>
    </message>
    <message>
        <source>Asked to wait</source>
        <translation>Prié d&apos;attendre</translation>
    </message>
    <message>
        <source>Asking to withdraw it there</source>
        <translation>Demande de retrait en cours</translation>
    </message>
    <message>
        <source>At most 80 letters.</source>
        <translation>80 lettres au plus.</translation>
    </message>
    <message>
        <source>Came here</source>
        <translation>Arrivé ici</translation>
    </message>
    <message>
        <source>Check address and code</source>
        <translation>Vérifier l&apos;adresse et le code</translation>
    </message>
    <message>
        <source>Choose how to hand over</source>
        <translation>Choisir comment remettre</translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n day(s).</source>
        <translation>
            <numerusform>Clôture dans %n jour.</numerusform>
            <numerusform>Clôture dans %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closes today, at midnight.</source>
        <translation>Clôture aujourd&apos;hui, à minuit.</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Confirmed {time}, reference {reference}</source>
        <translation>Confirmé le {time}, référence {reference}</translation>
    </message>
    <message>
        <source>Copy by hand</source>
        <translation>Copier à la main</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
        <source>Given an address</source>
        <translation>Adresse choisie</translation>
    </message>
    <message>
        <source>Given leave to go</source>
        <translation>Départ autorisé</translation>
    </message>
    <message>
        <source>Handed over by {way}</source>
        <translation>Remis {way}</translation>
    </message>
    <message>
        <source>Handed over {time} by {way}. No receipt yet</source>
        <translation>Remis le {time} {way}. Pas encore de reçu</translation>
    </message>
    <message>
        <source>Handed over, no receipt yet</source>
        <translation>Remis, pas encore de reçu</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Held by you</source>
        <translation>Retenu par vous</translation>
    </message>
    <message>
        <source>Held, because the address or the access code was changed</source>
        <translation>Retenu, car l&apos;adresse ou le code d&apos;accès a changé</translation>
    </message>
    <message>
        <source>Held: the access code is another now</source>
        <translation>Retenu&#xa0;: le code d&apos;accès a changé</translation>
    </message>
    <message>
        <source>Held: the address is another now</source>
        <translation>Retenu&#xa0;: l&apos;adresse a changé</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retenir</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>It goes as soon as there is a connection.</source>
        <translation>L&apos;envoi part dès qu&apos;il y a une connexion.</translation>
    </message>
    <message>
        <source>It has no field for names or contacts of people. The exact size of a group under 5, and notes you left out, are not in it.</source>
        <translation>Aucun champ ne demande de noms ni de coordonnées de personnes. La taille exacte d&apos;un groupe de moins de 5 et les notes laissées de côté n&apos;y sont pas.</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>L&apos;envoi est en route.</translation>
    </message>
    <message>
        <source>It is sealed on this computer. Nothing was sent. Choose how to hand it over.</source>
        <translation>Le texte est scellé sur cet ordinateur. Rien n&apos;est parti. Choisissez comment le remettre.</translation>
    </message>
    <message>
        <source>It left this computer before, and may have arrived at the first address.</source>
        <translation>Il a déjà quitté cet ordinateur, et il est peut-être arrivé à la première adresse.</translation>
    </message>
    <message>
        <source>It left this computer in your hands. Nothing proves yet that it arrived. Handing it over twice cannot make a second one.</source>
        <translation>L&apos;envoi a quitté cet ordinateur entre vos mains. Rien ne prouve encore qu&apos;il est arrivé. Le remettre deux fois ne peut pas en faire un second.</translation>
    </message>
    <message>
        <source>It left this computer; no receipt came. It may have arrived. Sending again cannot make a second one.</source>
        <translation>L&apos;envoi a quitté cet ordinateur&#xa0;; aucun reçu n&apos;est venu. Il est peut-être arrivé. L&apos;envoyer à nouveau ne peut pas en faire un second.</translation>
    </message>
    <message>
        <source>It may have arrived at the first address already, so it cannot go to another one.</source>
        <translation>Il est peut-être déjà arrivé à la première adresse&#xa0;; il ne peut donc pas aller à une autre.</translation>
    </message>
    <message>
        <source>It may have arrived, and this program cannot take it back there. Ask whoever has it, and give them this number: {number}. Only they can delete it.</source>
        <translation>Il est peut-être arrivé, et ce programme ne peut pas le retirer là-bas. Adressez-vous à qui l&apos;a reçu, en donnant ce numéro&#xa0;: {number}. Eux seuls peuvent l&apos;effacer.</translation>
    </message>
    <message>
        <source>It may still be there. Ask the people of {name}, and give them this number: {number}</source>
        <translation>Il y est peut-être encore. Adressez-vous à l&apos;équipe de {name}, en donnant ce numéro&#xa0;: {number}</translation>
    </message>
    <message>
        <source>It stays here until you release it.</source>
        <translation>L&apos;envoi reste ici jusqu&apos;à ce que vous le laissiez partir.</translation>
    </message>
    <message>
        <source>It stays here until you release it. It left this computer before, and may have arrived. Sending again cannot make a second one.</source>
        <translation>L&apos;envoi reste ici jusqu&apos;à ce que vous le laissiez partir. Il a déjà quitté cet ordinateur et il est peut-être arrivé. Un nouvel essai ne peut pas en créer un second.</translation>
    </message>
    <message>
        <source>It was given leave to go to {name} with another access code than the one that is set now. If somebody else uses this computer too, it would go under their code. It stays here until you say so.</source>
        <translation>Il avait le droit de partir vers {name} avec un autre code d&apos;accès que celui d&apos;aujourd&apos;hui. Si quelqu&apos;un d&apos;autre utilise aussi cet ordinateur, il partirait sous son code. Il reste ici jusqu&apos;à ce que vous le décidiez.</translation>
    </message>
    <message>
        <source>It was given leave to go to {old}. Now {name} is at {url}. It stays here until you say so.</source>
        <translation>Il avait le droit de partir vers {old}. Maintenant, {name} est à l&apos;adresse {url}. Il reste ici jusqu&apos;à ce que vous le décidiez.</translation>
    </message>
    <message>
        <source>It was given to the printer.</source>
        <translation>Le document a été transmis à l&apos;imprimante.</translation>
    </message>
    <message>
        <source>It went to {old}; the address that is asked is {url}.</source>
        <translation>Il avait été remis à {old}&#xa0;; la demande part à {url}.</translation>
    </message>
    <message>
        <source>It will not be sent again. It may have arrived before.</source>
        <translation>L&apos;envoi ne repartira pas. Il est peut-être déjà arrivé.</translation>
    </message>
    <message>
        <source>It will not be sent. The text is still here.</source>
        <translation>L&apos;envoi ne partira pas. Le texte est toujours ici.</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Attend quelque chose de vous</translation>
    </message>
    <message>
        <source>Newer kits can be imported.</source>
        <translation>Des trousses plus récentes peuvent être importées.</translation>
    </message>
    <message>
        <source>Next try {time}.</source>
        <translation>Prochain essai le {time}.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Pas de réponse à temps</translation>
    </message>
    <message>
        <source>No answer proves yet that {name} deleted it. It is asked again by itself; asking twice does no harm. It is not sent again.</source>
        <translation>Aucune réponse ne prouve encore que {name} l&apos;a effacé. La demande est répétée d&apos;elle-même&#xa0;; demander deux fois ne fait pas de mal. L&apos;envoi ne repart pas.</translation>
    </message>
    <message>
        <source>No browser could be opened. The address of the form is {value}</source>
        <translation>Aucun navigateur n&apos;a pu être ouvert. L&apos;adresse du formulaire est {value}</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Pas de connexion</translation>
    </message>
    <message>
        <source>No connection, or it broke off</source>
        <translation>Pas de connexion, ou elle s&apos;est coupée</translation>
    </message>
    <message>
        <source>No trouble is known with this address.</source>
        <translation>Aucun problème connu avec cette adresse.</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Non accepté</translation>
    </message>
    <message>
        <source>Not accepted: {reason}</source>
        <translation>Non accepté&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Not asked to withdraw any more</source>
        <translation>Retrait qui n&apos;est plus demandé</translation>
    </message>
    <message>
        <source>Not begun; nothing was sent</source>
        <translation>Pas commencé&#xa0;; rien n&apos;a été envoyé</translation>
    </message>
    <message>
        <source>Not checked: it is not signed, or no key is set for this address.</source>
        <translation>Non vérifiée&#xa0;: la réponse n&apos;est pas signée, ou aucune clé n&apos;est donnée pour cette adresse.</translation>
    </message>
    <message>
        <source>Nothing is stored there</source>
        <translation>Rien n&apos;est enregistré là-bas</translation>
    </message>
    <message>
        <source>Nothing is taken at this address</source>
        <translation>Cette adresse n&apos;accepte rien</translation>
    </message>
    <message>
        <source>Nothing is taken at this address. Check it with the people there.</source>
        <translation>Cette adresse n&apos;accepte rien. Vérifiez-la auprès du destinataire.</translation>
    </message>
    <message>
        <source>Nothing of it is stored there</source>
        <translation>Il n&apos;est pas enregistré là-bas</translation>
    </message>
    <message>
        <source>Nothing was sent. It is tried again by itself.</source>
        <translation>Rien n&apos;est parti. Un nouvel essai se fera tout seul.</translation>
    </message>
    <message>
        <source>Only revision {number} is withdrawn. There stays: revision {others}. To take back everything, withdraw each of them.</source>
        <translation>Seule la révision {number} est retirée. Reste là-bas&#xa0;: révision {others}. Pour tout retirer, retirez-les une à une.</translation>
    </message>
    <message>
        <source>Open a corrected copy</source>
        <translation>Ouvrir une copie à corriger</translation>
    </message>
    <message>
        <source>Print a slip</source>
        <translation>Imprimer un bordereau</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Imprimer le reçu</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Imprimer le compte rendu</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Prêt à partir</translation>
    </message>
    <message>
        <source>Receipt added from a file</source>
        <translation>Reçu ajouté depuis un fichier</translation>
    </message>
    <message>
        <source>Receipt as PDF</source>
        <translation>Reçu en PDF</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Laisser partir</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Laissé partir</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Compte rendu en PDF</translation>
    </message>
    <message>
        <source>SHA-256 of that file: {digest}</source>
        <translation>SHA-256 de ce fichier&#xa0;: {digest}</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Save the list of proofs (CSV)</source>
        <translation>Enregistrer la liste des preuves (CSV)</translation>
    </message>
    <message>
        <source>Saved as {value}. Pass it on; there is no receipt until it arrives.</source>
        <translation>Enregistré sous {value}. Faites-le passer&#xa0;; il n&apos;y a pas de reçu tant qu&apos;il n&apos;est pas arrivé.</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Scellé</translation>
    </message>
    <message>
        <source>Sealed as a corrected copy</source>
        <translation>Scellé comme copie corrigée</translation>
    </message>
    <message>
        <source>Send all held like this</source>
        <translation>Envoyer tous ceux retenus ainsi</translation>
    </message>
    <message>
        <source>Send it there</source>
        <translation>L&apos;y envoyer</translation>
    </message>
    <message>
        <source>Send when online</source>
        <translation>Envoyer dès que possible</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>En cours d&apos;envoi</translation>
    </message>
    <message>
        <source>Sent off, no answer</source>
        <translation>Parti, sans réponse</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Signed, and the signature was checked.</source>
        <translation>Signé, et la signature a été vérifiée.</translation>
    </message>
    <message>
        <source>Something else answered. The network may want a login page first: open a browser, then ask again.</source>
        <translation>Autre chose a répondu. Le réseau demande peut-être d&apos;abord une connexion&#xa0;: ouvrez un navigateur, puis réessayez.</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Ne plus demander</translation>
    </message>
    <message>
        <source>Stop this attempt</source>
        <translation>Arrêter cet essai</translation>
    </message>
    <message>
        <source>Stopped by you, and held</source>
        <translation>Arrêté par vous, et retenu</translation>
    </message>
    <message>
        <source>Take it out of the outbox? The text stays here.</source>
        <translation>Retirer cet envoi de la boîte d&apos;envoi&#xa0;? Le texte reste ici.</translation>
    </message>
    <message>
        <source>The address could not prove itself</source>
        <translation>L&apos;adresse n&apos;a pas pu prouver son identité</translation>
    </message>
    <message>
        <source>The address could not prove that it is the right one, so nothing was sent. Check the address and this computer&apos;s date.</source>
        <translation>L&apos;adresse n&apos;a pas pu prouver que c&apos;est la bonne&#xa0;; rien n&apos;est donc parti. Vérifiez l&apos;adresse et la date de cet ordinateur.</translation>
    </message>
    <message>
        <source>The address does not answer.</source>
        <translation>L&apos;adresse ne répond pas.</translation>
    </message>
    <message>
        <source>The address must begin with https, so that nobody can read along.</source>
        <translation>L&apos;adresse doit commencer par https, pour que personne ne puisse lire au passage.</translation>
    </message>
    <message>
        <source>The address or the access code of {name} was changed after you asked, and nothing is asked under somebody else&apos;s. It may still be there. To ask with the new one, press Withdraw there.</source>
        <translation>L&apos;adresse ou le code d&apos;accès de {name} a changé après votre demande, et rien n&apos;est demandé sous celui de quelqu&apos;un d&apos;autre. L&apos;envoi y est peut-être encore. Pour demander avec le nouveau, appuyez sur Retirer là-bas.</translation>
    </message>
    <message>
        <source>The disk changed the sealed text, so it cannot be read or saved. Open a corrected copy: it is made anew from your review.</source>
        <translation>Le disque a altéré le texte scellé&#xa0;: il ne peut être ni lu ni enregistré. Ouvrez une copie à corriger&#xa0;: elle est refaite à partir de votre relecture.</translation>
    </message>
    <message>
        <source>The disk changed the sealed text, so it is not sent any more. Open a corrected copy: it is made anew from your review.</source>
        <translation>Le disque a altéré le texte scellé&#xa0;: il n&apos;est plus envoyé. Ouvrez une copie à corriger&#xa0;: elle est refaite à partir de votre relecture.</translation>
    </message>
    <message>
        <source>The disk changed the sealed text, so it no longer proves that it is yours to take back. Ask the people of {name}, and give them this number: {number}</source>
        <translation>Le disque a modifié le texte scellé, qui ne prouve donc plus que vous pouvez le retirer. Adressez-vous à l&apos;équipe de {name}, en donnant ce numéro&#xa0;: {number}</translation>
    </message>
    <message>
        <source>The encrypted file was refused</source>
        <translation>Le fichier chiffré a été refusé</translation>
    </message>
    <message>
        <source>The encrypted file was refused, says an answer from there</source>
        <translation>Une réponse venue de là-bas dit que le fichier chiffré a été refusé</translation>
    </message>
    <message>
        <source>The form is open in your browser. Read it there, send it there, then say so.</source>
        <translation>Le formulaire est ouvert dans votre navigateur. Relisez-le et envoyez-le là-bas, puis dites-le ici.</translation>
    </message>
    <message>
        <source>The form is open in your browser. These answers are too long for its address; copy them by hand:
{value}</source>
        <translation>Le formulaire est ouvert dans votre navigateur. Ces réponses sont trop longues pour son adresse&#xa0;; copiez-les à la main&#xa0;:
{value}</translation>
    </message>
    <message>
        <source>The list was saved as {value}, with the number, digest and receipt of each.</source>
        <translation>La liste a été enregistrée sous {value}, avec le numéro, l&apos;empreinte et le reçu de chaque envoi.</translation>
    </message>
    <message>
        <source>The number was copied. Paste it into your message to them.</source>
        <translation>Le numéro est copié. Collez-le dans votre message.</translation>
    </message>
    <message>
        <source>The other side asked to wait.</source>
        <translation>Le destinataire demande d&apos;attendre.</translation>
    </message>
    <message>
        <source>The other side gave a receipt for exactly this text.</source>
        <translation>Le destinataire a délivré un reçu pour ce texte exactement.</translation>
    </message>
    <message>
        <source>The other side has a fault</source>
        <translation>Panne de l&apos;autre côté</translation>
    </message>
    <message>
        <source>The other side says that it holds another text under this number. Your text is unchanged. Ask the people there, or open a corrected copy.</source>
        <translation>Le destinataire dit avoir un autre texte sous ce numéro. Le vôtre n&apos;a pas changé. Demandez-lui, ou ouvrez une copie à corriger.</translation>
    </message>
    <message>
        <source>The printer did not take it. Save it as PDF, and print that file.</source>
        <translation>L&apos;imprimante ne l&apos;a pas accepté. Enregistrez-le en PDF, puis imprimez ce fichier.</translation>
    </message>
    <message>
        <source>The program stopped while asking; it may be withdrawn</source>
        <translation>Le programme s&apos;est arrêté pendant la demande&#xa0;; le retrait est peut-être fait</translation>
    </message>
    <message>
        <source>The program stopped while sending; it may have arrived</source>
        <translation>Le programme s&apos;est arrêté pendant l&apos;envoi&#xa0;; il est peut-être arrivé</translation>
    </message>
    <message>
        <source>The receipt was saved as {value}. It can be opened and printed from there.</source>
        <translation>Le reçu a été enregistré sous {value}. Il peut être ouvert et imprimé de là.</translation>
    </message>
    <message>
        <source>The report was saved as {value}. It can be opened and printed from there.</source>
        <translation>Le compte rendu est enregistré sous {value}. De là, il peut être ouvert et imprimé.</translation>
    </message>
    <message>
        <source>The signature of this receipt does not fit the receipt key that is set, so it proves nothing. Ask the people there which key is theirs.</source>
        <translation>La signature de ce reçu ne correspond pas à la clé de reçus donnée&#xa0;: il ne prouve rien. Demandez au destinataire quelle est sa clé.</translation>
    </message>
    <message>
        <source>The stored text is damaged</source>
        <translation>Le texte enregistré est altéré</translation>
    </message>
    <message>
        <source>The text was copied. Paste it where it belongs.</source>
        <translation>Le texte est copié. Collez-le là où il doit aller.</translation>
    </message>
    <message>
        <source>The withdrawal was refused</source>
        <translation>Le retrait a été refusé</translation>
    </message>
    <message>
        <source>This cannot be done just now. The state below is the present one.</source>
        <translation>Ce n&apos;est pas possible pour l&apos;instant. L&apos;état ci-dessous est l&apos;état actuel.</translation>
    </message>
    <message>
        <source>This file does not say that the text was stored.</source>
        <translation>Ce fichier ne dit pas que le texte a été enregistré.</translation>
    </message>
    <message>
        <source>This file holds no receipt, or it is damaged. Ask for it again.</source>
        <translation>Ce fichier ne contient pas de reçu, ou il est abîmé. Demandez-le à nouveau.</translation>
    </message>
    <message>
        <source>This file is larger than any receipt.</source>
        <translation>Ce fichier est plus grand que tout reçu.</translation>
    </message>
    <message>
        <source>This file is of another kind.</source>
        <translation>Ce fichier est d&apos;une autre sorte.</translation>
    </message>
    <message>
        <source>This is no address. Write it like https://example.org/feedback.</source>
        <translation>Ce n&apos;est pas une adresse. Écrivez-la comme https://example.org/feedback.</translation>
    </message>
    <message>
        <source>This is no encryption key. The server shows it as base64RsaPublicKey.</source>
        <translation>Ce n&apos;est pas une clé de chiffrement. Le serveur l&apos;affiche sous le nom base64RsaPublicKey.</translation>
    </message>
    <message>
        <source>This is no receipt key. It is 44 letters long and ends with =.</source>
        <translation>Ce n&apos;est pas une clé de reçus. Elle compte 44 caractères et finit par =.</translation>
    </message>
    <message>
        <source>This is the receipt for another submission.</source>
        <translation>C&apos;est le reçu d&apos;un autre envoi.</translation>
    </message>
    <message>
        <source>This kit closed {date}.</source>
        <translation>Cette trousse est close depuis le {date}.</translation>
    </message>
    <message>
        <source>This kit closed {date}. What you hand over now is not expected, and may not be read.</source>
        <translation>Cette trousse a été clôturée le {date}. Ce que vous remettez aujourd&apos;hui n&apos;est pas attendu et ne sera peut-être pas lu.</translation>
    </message>
    <message>
        <source>This kit gives no address to ask at. Ask the people who gave it to you whether they still take observations, and how.</source>
        <translation>Cette trousse ne donne aucune adresse où demander. Demandez aux personnes qui vous l&apos;ont donnée si elles acceptent encore des observations, et comment.</translation>
    </message>
    <message>
        <source>This program cannot take it back there. Write to the people of {name} and give them this number: {number}. Only they can delete it.</source>
        <translation>Ce programme ne peut pas le retirer là-bas. Écrivez à l&apos;équipe de {name} en donnant ce numéro&#xa0;: {number}. Eux seuls peuvent l&apos;effacer.</translation>
    </message>
    <message>
        <source>This program is not the one that sends it. If that one was cut off, the item is free again in less than three minutes.</source>
        <translation>Ce n&apos;est pas ce programme qui fait l&apos;envoi. Si l&apos;autre a été coupé, l&apos;envoi sera de nouveau libre dans moins de trois minutes.</translation>
    </message>
    <message>
        <source>This receipt is for another text than the one sealed here, if only by one letter. Hand over the sealed file once more.</source>
        <translation>Ce reçu vaut pour un autre texte que celui scellé ici, ne serait-ce que d&apos;une lettre. Remettez le fichier scellé encore une fois.</translation>
    </message>
    <message>
        <source>This receipt is not signed, so it proves nothing: a receipt key is set.</source>
        <translation>Ce reçu n&apos;est pas signé&#xa0;: il ne prouve rien, puisqu&apos;une clé de reçus est donnée.</translation>
    </message>
    <message>
        <source>This was not accepted.</source>
        <translation>Ceci n&apos;a pas été accepté.</translation>
    </message>
    <message>
        <source>This was withdrawn at the destination; it is not kept there. Your text is still here. To hand it over after all, open a corrected copy: it goes under a number of its own.</source>
        <translation>Ce texte a été retiré à destination&#xa0;; il n&apos;y est pas conservé. Votre texte est toujours ici. Pour le transmettre malgré tout, ouvrez une copie à corriger&#xa0;: elle part sous un numéro à elle.</translation>
    </message>
    <message>
        <source>To be withdrawn there, no answer yet</source>
        <translation>À retirer là-bas, pas encore de réponse</translation>
    </message>
    <message>
        <source>Tried to send</source>
        <translation>Essai d&apos;envoi</translation>
    </message>
    <message>
        <source>Tried to withdraw it there</source>
        <translation>Essai de retrait</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waiting to try again</source>
        <translation>En attente d&apos;un nouvel essai</translation>
    </message>
    <message>
        <source>What you gave away by hand is not reached by this; ask for it back.</source>
        <translation>Ce que vous avez remis en main propre n&apos;est pas concerné&#xa0;; demandez qu&apos;on vous le rende.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Withdraw there</source>
        <translation>Retirer là-bas</translation>
    </message>
    <message>
        <source>Withdrawal held, because the address or the access code was changed</source>
        <translation>Retrait retenu, car l&apos;adresse ou le code d&apos;accès a changé</translation>
    </message>
    <message>
        <source>Withdrawal refused</source>
        <translation>Retrait refusé</translation>
    </message>
    <message>
        <source>Withdrawal stopped by you</source>
        <translation>Retrait arrêté par vous</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Withdrawn at the destination</source>
        <translation>Retiré à destination</translation>
    </message>
    <message>
        <source>Withdrawn there</source>
        <translation>Retiré là-bas</translation>
    </message>
    <message>
        <source>Withdrawn there {time}</source>
        <translation>Retiré là-bas le {time}</translation>
    </message>
    <message>
        <source>Without its correction the earlier text counts again.</source>
        <translation>Sans sa correction, le texte précédent compte de nouveau.</translation>
    </message>
    <message>
        <source>You said so. It may still be there, and it is not sent again.</source>
        <translation>Vous l&apos;avez voulu ainsi. L&apos;envoi y est peut-être encore, et il ne repart pas.</translation>
    </message>
    <message>
        <source>Your text is unchanged, and nothing of it is confirmed. Save a new encrypted file, or hand it over another way.</source>
        <translation>Votre texte est inchangé, et rien n&apos;en est confirmé. Enregistrez un nouveau fichier chiffré, ou remettez-le autrement.</translation>
    </message>
    <message>
        <source>Your text is unchanged. Open a corrected copy, or ask again.</source>
        <translation>Votre texte n&apos;a pas changé. Ouvrez une copie à corriger, ou réessayez.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>par fichier</translation>
    </message>
    <message>
        <source>form</source>
        <translation>formulaire</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>sur papier</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>révision {number}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>par copie du texte</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <comment>a moment</comment>
        <translation>{day} à {time}</translation>
    </message>
    <message>
        <source>{name} answered that it keeps this text no longer. What was read or exported there before cannot be undone. Your text is still here; it can be handed over again only as a corrected copy.</source>
        <translation>{name} a répondu ne plus garder ce texte. Ce qui y a été lu ou exporté auparavant ne peut pas être repris. Votre texte est toujours ici&#xa0;; il ne peut être remis de nouveau que comme copie à corriger.</translation>
    </message>
    <message>
        <source>{name} answered that nothing is stored under this number. If a file of it is still on its way, it will be stored when it arrives: ask again then.</source>
        <translation>{name} a répondu que rien n&apos;est enregistré sous ce numéro. Si un fichier est encore en chemin, il sera enregistré à son arrivée&#xa0;: demandez de nouveau à ce moment-là.</translation>
    </message>
    <message>
        <source>{name} is asked to delete it as soon as there is a connection. Until the answer comes it may still be there. It is not sent again.</source>
        <translation>{name} sera prié de l&apos;effacer dès qu&apos;il y aura une connexion. Jusqu&apos;à la réponse, l&apos;envoi y est peut-être encore. Il ne repart pas.</translation>
    </message>
    <message>
        <source>{name} is asked to delete it, now or as soon as there is a connection, and it is not sent again. What was read or exported there already cannot be undone. Your text stays on this computer.</source>
        <translation>{name} sera prié de l&apos;effacer, maintenant ou dès qu&apos;il y aura une connexion, et l&apos;envoi ne repart pas. Ce qui y a déjà été lu ou exporté ne peut pas être repris. Votre texte reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{name} is being asked to delete it.</source>
        <translation>La demande de l&apos;effacer est en route vers {name}.</translation>
    </message>
    <message>
        <source>{outcome}: {detail}</source>
        <translation>{outcome}&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>{value} could not be read.</source>
        <translation>{value} n&apos;a pas pu être lu.</translation>
    </message>
    <message>
        <source>{value} could not be written. Nothing here was lost. Choose another place.</source>
        <translation>{value} n&apos;a pas pu être écrit. Rien n&apos;est perdu ici. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Exported to file, not confirmed</source>
        <translation>Exporté dans un fichier, non confirmé</translation>
    </message>
    <message>
        <source>Save encrypted file</source>
        <translation>Enregistrer un fichier chiffré</translation>
    </message>
    <message>
        <source>Saved as {place}</source>
        <translation>Enregistré sous {place}</translation>
    </message>
    <message>
        <source>The access code was not accepted. Check it, and set it anew.</source>
        <translation>Le code d&apos;accès n&apos;a pas été accepté. Vérifiez-le et saisissez-le à nouveau.</translation>
    </message>
    <message>
        <source>The encrypted file was saved as {place}. Pass it on, on a USB stick or by e-mail: only the place it goes to can open it. Add the receipt here when it comes back. It can still be sent over the internet as well; that cannot make a second one.</source>
        <translation>Le fichier chiffré est enregistré sous {place}. Faites-le passer, sur une clé USB ou par courriel&#xa0;: seule la destination peut l&apos;ouvrir. Ajoutez le reçu ici quand il revient. L&apos;envoi peut aussi partir par internet&#xa0;; cela ne peut pas en faire un second.</translation>
    </message>
    <message>
        <source>This is no key for files. It is 62 letters long and begins with age1.</source>
        <translation>Ce n&apos;est pas une clé des fichiers. Elle compte 62 caractères et commence par age1.</translation>
    </message>
    <message>
        <source>encrypted file</source>
        <translation>par fichier chiffré</translation>
    </message>
    <message>
        <source>Larger than this address takes</source>
        <translation>Plus volumineux que ce que cette adresse accepte</translation>
    </message>
    <message>
        <source>Your text is unchanged. It goes in one piece, and the other side takes nothing that large. Ask the people there to allow more, then ask again; or hand it over as a file.</source>
        <translation>Votre texte n&apos;a pas changé. Il part d&apos;un seul tenant, et l&apos;autre côté n&apos;accepte rien d&apos;aussi volumineux. Demandez au destinataire d&apos;accepter davantage, puis réessayez&#xa0;; ou remettez-le par fichier.</translation>
    </message>
    <message>
        <source>Give the user name too. Without one, this has to be an API key of KoboToolbox or Ona, 40 letters and digits.</source>
        <translation>Indiquez aussi le nom d&apos;utilisateur. Sans lui, il faut ici une clé d&apos;API de KoboToolbox ou d&apos;Ona, de 40 lettres et chiffres.</translation>
    </message>
</context>
<context>
    <name>SendScreen</name>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open the receipt that came back</source>
        <translation>Ouvrir le reçu rendu</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d&apos;envoi</translation>
    </message>
    <message>
        <source>Receipts (*.json)</source>
        <translation>Reçus (*.json)</translation>
    </message>
    <message>
        <source>Sealed submissions</source>
        <translation>Envois scellés</translation>
    </message>
</context>
<context>
    <name>ServerForms</name>
    <message>
        <source>Choose one</source>
        <translation>À choisir</translation>
    </message>
    <message>
        <source>Every field that would be sent has its place in it.</source>
        <translation>Chaque champ à envoyer y a sa place.</translation>
    </message>
    <message>
        <source>It is encrypted there with another key than the one set here. Ask the people there before you take theirs.</source>
        <translation>Il y est chiffré avec une autre clé que celle donnée ici. Demandez au destinataire avant de prendre la sienne.</translation>
    </message>
    <message>
        <source>It is encrypted there, and no encryption key is set here.</source>
        <translation>Il y est chiffré, et aucune clé de chiffrement n&apos;est donnée ici.</translation>
    </message>
    <message>
        <source>It is not encrypted there, although an encryption key is set here.</source>
        <translation>Il n&apos;y est pas chiffré, alors qu&apos;une clé de chiffrement est donnée ici.</translation>
    </message>
    <message>
        <source>Its form there</source>
        <translation>Formulaire du serveur</translation>
    </message>
    <message>
        <source>Take what the server says</source>
        <translation>Prendre ce que dit le serveur</translation>
    </message>
    <message>
        <source>The form {name} on {host} is not that of this kit: it has no place for {count} of the fields that would be sent. Choose another one, or ask the people there.</source>
        <translation>Le formulaire {name} de {host} n&apos;est pas celui de cette trousse&#xa0;: {count} des champs à envoyer n&apos;y ont pas leur place. Choisissez-en un autre, ou demandez au destinataire.</translation>
    </message>
    <message>
        <source>Whether it is encrypted could not be seen from here.</source>
        <translation>D&apos;ici, on ne peut pas voir s&apos;il est chiffré.</translation>
    </message>
    <message>
        <source>{host} answers and has the form of this kit in version {theirs}; version {ours} would be sent.</source>
        <translation>{host} répond et a le formulaire de cette trousse en version {theirs}&#xa0;; la version {ours} serait envoyée.</translation>
    </message>
    <message>
        <source>{host} answers and has the form of this kit, but without a version; version {ours} would be sent. Ask the people there to give it that version.</source>
        <translation>{host} répond et a le formulaire de cette trousse, mais sans version&#xa0;; la version {ours} serait envoyée. Demandez au destinataire de lui donner cette version.</translation>
    </message>
    <message>
        <source>{host} answers, and has the form of this kit.</source>
        <translation>{host} répond, et a le formulaire de cette trousse.</translation>
    </message>
    <message>
        <source>{host} answers, but does not list the form {id}. It is closed, not shared with you, or goes by another name there, as in KoboToolbox: then choose it here. If it is not among them, ask the people there.</source>
        <translation>{host} répond, mais n&apos;affiche pas le formulaire {id}. Il est fermé, il n&apos;est pas partagé avec vous, ou il porte là-bas un autre nom, comme dans KoboToolbox&#xa0;: choisissez-le alors ici. S&apos;il n&apos;est pas dans la liste, demandez au destinataire.</translation>
    </message>
    <message>
        <source>{host} answers, but lists no form that is open to you. Ask the people there whether the form of this kit is published, open and shared with you.</source>
        <translation>{host} répond, mais n&apos;affiche aucun formulaire qui vous soit ouvert. Demandez au destinataire si celui de cette trousse est publié, ouvert et partagé avec vous.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0. It brings along Qt for Python (LGPL 3.0), the fonts Inter and Noto Sans (SIL Open Font License 1.1) and icons by Lucide (ISC). It works without internet and sends nothing until you choose Send.</source>
        <translation>Logiciel libre sous licence Apache 2.0. Il est livré avec Qt for Python (LGPL 3.0), les polices Inter et Noto Sans (SIL Open Font License 1.1) et des icônes de Lucide (ISC). Il fonctionne sans internet et n&apos;envoie rien tant que vous ne le choisissez pas.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Comme l&apos;ordinateur</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Conversations, notes and receipts are kept on this computer only, in here.</source>
        <translation>Les conversations, les notes et les reçus sont gardés ici, sur cet ordinateur seulement.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Keys and time</source>
        <translation>Touches et temps</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Apparence et langue</translation>
    </message>
    <message>
        <source>OGP Desktop {version}</source>
        <translation>OGP Desktop {version}</translation>
    </message>
    <message>
        <source>Show key hints below the notes</source>
        <translation>Montrer l&apos;aide des touches sous les notes</translation>
    </message>
    <message>
        <source>Show whole minutes until five are left</source>
        <translation>Montrer des minutes entières tant qu&apos;il en reste plus de cinq</translation>
    </message>
    <message>
        <source>Single keys work while nothing is being typed</source>
        <translation>Les touches seules agissent quand on n&apos;écrit pas</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>This holds until you quit. It could not be written to the disk.</source>
        <translation>Ce réglage tient jusqu&apos;à la fermeture. Il n&apos;a pas pu être écrit sur le disque.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%n min in all</source>
        <translation>
            <numerusform>%n min en tout</numerusform>
            <numerusform>%n min en tout</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>encore %n min</numerusform>
            <numerusform>encore %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min over time</source>
        <translation>
            <numerusform>%n min de dépassement</numerusform>
            <numerusform>%n min de dépassement</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy is made when you leave.</source>
        <translation>Une copie est faite quand vous quittez.</translation>
    </message>
    <message>
        <source>Another program holds the notes&apos; file. What was saved before is safe.</source>
        <translation>Un autre programme occupe le fichier des notes. Ce qui était déjà enregistré est à l&apos;abri.</translation>
    </message>
    <message numerus="yes">
        <source>Count the %n min</source>
        <translation>
            <numerusform>Compter cette minute</numerusform>
            <numerusform>Compter ces %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you write is saved on this computer only, in {folder}.</source>
        <translation>Tout ce que vous écrivez est enregistré sur cet ordinateur seulement, dans {folder}.</translation>
    </message>
    <message>
        <source>Import kit</source>
        <translation>Importer une trousse</translation>
    </message>
    <message>
        <source>Individual views</source>
        <translation>Points de vue</translation>
    </message>
    <message>
        <source>Kit {id}, version {version}, is here.</source>
        <translation>La trousse {id}, version {version}, est ici.</translation>
    </message>
    <message>
        <source>Kits (*.ogpkit *.zip)</source>
        <translation>Trousses (*.ogpkit *.zip)</translation>
    </message>
    <message>
        <source>Last saved at {time}.</source>
        <translation>Dernier enregistrement à {time}.</translation>
    </message>
    <message>
        <source>Local network</source>
        <translation>Réseau local</translation>
    </message>
    <message>
        <source>Network found</source>
        <translation>Réseau trouvé</translation>
    </message>
    <message>
        <source>Network not known</source>
        <translation>Réseau inconnu</translation>
    </message>
    <message>
        <source>No copy of it was found.</source>
        <translation>Aucune copie n&apos;a été trouvée.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Animer</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Something went wrong in the program. What was saved is safe; you can go on.</source>
        <translation>Quelque chose a mal tourné dans le programme. Ce qui était enregistré est à l&apos;abri&#xa0;; vous pouvez continuer.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Quelque chose a mal tourné.</translation>
    </message>
    <message>
        <source>The copy of {time} is whole; the damaged file is kept beside it.</source>
        <translation>La copie du {time} est intacte&#xa0;; le fichier abîmé est gardé à côté.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is safe.</source>
        <translation>Le disque est plein. Ce qui était déjà enregistré est à l&apos;abri.</translation>
    </message>
    <message>
        <source>The disk reports an error. Save a copy elsewhere soon.</source>
        <translation>Le disque signale une erreur. Enregistrez vite une copie ailleurs.</translation>
    </message>
    <message>
        <source>The file or folder cannot be written. What was saved before is safe.</source>
        <translation>Impossible d&apos;écrire dans ce fichier ou ce dossier. Ce qui était déjà enregistré est à l&apos;abri.</translation>
    </message>
    <message>
        <source>The folder of your notes is not there now. Connect the disk it is on, then try again.</source>
        <translation>Le dossier de vos notes n&apos;est pas là pour l&apos;instant. Branchez le disque où il se trouve, puis réessayez.</translation>
    </message>
    <message>
        <source>The kit cannot be saved on this computer. Nothing was changed.</source>
        <translation>La trousse ne peut pas être enregistrée sur cet ordinateur. Rien n&apos;a été changé.</translation>
    </message>
    <message>
        <source>The kit&apos;s file cannot be read.</source>
        <translation>Le fichier de la trousse ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The notes&apos; file cannot be opened.</source>
        <translation>Le fichier des notes ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>The notes&apos; file is damaged.</source>
        <translation>Le fichier des notes est abîmé.</translation>
    </message>
    <message>
        <source>The notes&apos; file may not be written. What was saved before is safe.</source>
        <translation>Le fichier des notes est en lecture seule. Ce qui était déjà enregistré est à l&apos;abri.</translation>
    </message>
    <message>
        <source>The printer takes nothing. Save the pages as PDF instead.</source>
        <translation>L&apos;imprimante n&apos;accepte rien. Enregistrez plutôt les pages en PDF.</translation>
    </message>
    <message>
        <source>The program was started offline and opens no connection. What may go waits.</source>
        <translation>Le programme a été lancé hors ligne et n&apos;ouvre aucune connexion. Ce qui peut partir attend.</translation>
    </message>
    <message>
        <source>The report is copied. It says where the program went wrong; none of your words.</source>
        <translation>Le rapport est copié. Il dit où le programme s&apos;est trompé&#xa0;; aucun de vos mots n&apos;y figure.</translation>
    </message>
    <message>
        <source>The system does not tell whether there is a network.</source>
        <translation>L&apos;ordinateur ne dit pas s&apos;il y a un réseau.</translation>
    </message>
    <message>
        <source>The system reports a network, perhaps without internet behind it.</source>
        <translation>L&apos;ordinateur voit un réseau, peut-être sans internet derrière.</translation>
    </message>
    <message>
        <source>The system reports a network. Whether it reaches anybody shows only on sending.</source>
        <translation>L&apos;ordinateur voit un réseau. Seul un envoi montrera s&apos;il mène quelque part.</translation>
    </message>
    <message>
        <source>The system reports no network.</source>
        <translation>L&apos;ordinateur ne voit aucun réseau.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n earlier copies beside it.</source>
        <translation>
            <numerusform>Il y a %n copie antérieure à côté.</numerusform>
            <numerusform>Il y a %n copies antérieures à côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>These notes were written by a newer version of the program. Nothing was changed.</source>
        <translation>Ces notes ont été écrites par une version plus récente du programme. Rien n&apos;a été changé.</translation>
    </message>
    <message>
        <source>This is a hint of the system; nothing was sent to find it out. Nothing here needs the internet except Send.</source>
        <translation>C&apos;est une indication de l&apos;ordinateur&#xa0;; rien n&apos;a été envoyé pour le savoir. Rien ici n&apos;a besoin d&apos;internet, sauf l&apos;envoi.</translation>
    </message>
    <message>
        <source>Your notes up to {time} are here, and the line you were typing.</source>
        <translation>Vos notes jusqu&apos;à {time} sont ici, avec la ligne que vous écriviez.</translation>
    </message>
    <message>
        <source>Your notes up to {time} are here.</source>
        <translation>Vos notes jusqu&apos;à {time} sont ici.</translation>
    </message>
    <message>
        <source>{size} wait to be sent, and this connection may be paid by the amount. Send now, or wait for another one? Send on its own page always goes on.</source>
        <translation>{size} attendent de partir, et cette connexion est peut-être payée au volume. Envoyer maintenant, ou attendre une autre connexion&#xa0;? Le bouton d&apos;envoi d&apos;une page fonctionne toujours.</translation>
    </message>
    <message>
        <source>{title} is paused. {kept} {item}: {left}, after {elapsed}.</source>
        <translation>«&#xa0;{title}&#xa0;» est en pause. {kept} {item}&#xa0;: {left}, après {elapsed}.</translation>
    </message>
    <message>
        <source>{title}: the program stopped at {time} while the clock was going. {kept} {item}: {left}, after {elapsed}.</source>
        <translation>«&#xa0;{title}&#xa0;»&#xa0;: le programme s&apos;est arrêté à {time}, en pleine conversation. {kept} {item}&#xa0;: {left}, après {elapsed}.</translation>
    </message>
</context>
<context>
    <name>SoundRow</name>
    <message>
        <source>A soft sound at wrap up and when time is up</source>
        <translation>Un son discret en fin et en dépassement</translation>
    </message>
    <message>
        <source>No program that plays sounds was found on this computer.</source>
        <translation>Aucun programme capable de jouer un son n&apos;a été trouvé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The sound could not be played. Is a loudspeaker connected?</source>
        <translation>Le son n&apos;a pas pu être joué. Un haut-parleur est-il branché&#xa0;?</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
</context>
<context>
    <name>StretchPanel</name>
    <message>
        <source>Open individual views</source>
        <translation>Ouvrir les points de vue</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>À lire à voix haute</translation>
    </message>
</context>
<context>
    <name>TallyCard</name>
    <message>
        <source>Count sheets or hands. Each line adds up to all who answered.</source>
        <translation>Comptez les feuilles ou les mains. Le total de chaque ligne est le nombre de réponses.</translation>
    </message>
    <message>
        <source>Count the answers</source>
        <translation>Compter les réponses</translation>
    </message>
    <message>
        <source>Fewer than five answers are not handed over.</source>
        <translation>Moins de cinq réponses ne sont pas remises.</translation>
    </message>
    <message>
        <source>This kit has no either/or choices; only the number of answers is counted.</source>
        <translation>Cette trousse n&apos;a pas de choix entre deux pôles&#xa0;; seul le nombre de réponses est compté.</translation>
    </message>
    <message>
        <source>What people answered</source>
        <translation>Ce que les personnes ont répondu</translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message numerus="yes">
        <source>%n character(s) too long for the form.</source>
        <translation>
            <numerusform>%n caractère de trop pour le formulaire.</numerusform>
            <numerusform>%n caractères de trop pour le formulaire.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep, it is agreed</source>
        <translation>Garder, avec son accord</translation>
    </message>
    <message>
        <source>This may lead to a person. Reword it, or keep it.</source>
        <translation>Ceci peut mener à une personne. Reformulez, ou gardez.</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>2022-07-05, or 2022-07</source>
        <translation>2022-07-05, ou 2022-07</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message numerus="yes">
        <source>%n received. They travel as totals only.</source>
        <translation>
            <numerusform>%n reçu. Il ne part qu&apos;en totaux.</numerusform>
            <numerusform>%n reçus. Ils ne partent qu&apos;en totaux.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to individual views</source>
        <translation>Aller aux points de vue</translation>
    </message>
    <message>
        <source>No individual views were entered. They travel as totals only.</source>
        <translation>Aucun point de vue individuel n&apos;a été saisi. Ils ne partent qu&apos;en totaux.</translation>
    </message>
    <message numerus="yes">
        <source>Notes, %n not used</source>
        <translation>
            <numerusform>Notes, %n non reprise</numerusform>
            <numerusform>Notes, %n non reprises</numerusform>
        </translation>
    </message>
    <message>
        <source>What you will hand over</source>
        <translation>Ce que vous allez remettre</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message numerus="yes">
        <source>%n turn(s) were counted in all.</source>
        <translation>
            <numerusform>%n prise de parole comptée en tout.</numerusform>
            <numerusform>%n prises de parole comptées en tout.</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>En tout</translation>
    </message>
    <message>
        <source>In minutes, against the plan as it stood at the start; pauses are not counted. The table goes into your report and is not part of what is handed over.</source>
        <translation>En minutes, par rapport au déroulé prévu au début&#xa0;; les pauses ne sont pas comptées. Ce tableau figure dans votre compte rendu et ne fait pas partie de ce qui est remis.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Started {start}, ended {end}.</source>
        <translation>Début à {start}, fin à {end}.</translation>
    </message>
    <message>
        <source>The plan was changed while it ran: {times}.</source>
        <translation>Déroulé modifié en cours de route&#xa0;: {times}.</translation>
    </message>
    <message>
        <source>Time: planned and taken</source>
        <translation>Temps prévu et temps passé</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Passé</translation>
    </message>
</context>
<context>
    <name>TimeAway</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>It is asked again there</source>
        <translation>La question vous sera reposée</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>Regarder d&apos;abord</translation>
    </message>
    <message>
        <source>The talk stopped meanwhile</source>
        <translation>L&apos;échange s&apos;était arrêté</translation>
    </message>
    <message>
        <source>The talk went on</source>
        <translation>L&apos;échange a continué</translation>
    </message>
</context>
<context>
    <name>TimeOffer</name>
    <message numerus="yes">
        <source>%n min are missing even for the shortest plan.</source>
        <translation>
            <numerusform>Il manque %n min, même pour le déroulé le plus court.</numerusform>
            <numerusform>Il manque %n min, même pour le déroulé le plus court.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min are missing.</source>
        <translation>
            <numerusform>Il manque %n min.</numerusform>
            <numerusform>Il manque %n min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fitted to %n min: {changes}.</source>
        <translation>
            <numerusform>Ajusté à %n min&#xa0;: {changes}.</numerusform>
            <numerusform>Ajusté à %n min&#xa0;: {changes}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It must end at {time}, which was %n min ago.</source>
        <translation>
            <numerusform>Elle doit finir à {time}, c&apos;était il y a %n min.</numerusform>
            <numerusform>Elle doit finir à {time}, c&apos;était il y a %n min.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the plan</source>
        <translation>Garder le déroulé</translation>
    </message>
    <message numerus="yes">
        <source>Plan %n min</source>
        <translation>
            <numerusform>Prévoir %n min</numerusform>
            <numerusform>Prévoir %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Started now it has {left} of {minutes} min, because it must end at {time}.</source>
        <translation>Si elle commence maintenant, il lui reste {left} min sur {minutes}, car elle doit finir à {time}.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n times:</source>
        <translation>
            <numerusform>La dernière fois&#xa0;:</numerusform>
            <numerusform>Les %n dernières fois&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The nearest plan that fits takes %n min and would end at {time}.</source>
        <translation>
            <numerusform>Le déroulé le plus proche qui convient prend %n min et finirait à {time}.</numerusform>
            <numerusform>Le déroulé le plus proche qui convient prend %n min et finirait à {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The nearest plan that fits takes %n min.</source>
        <translation>
            <numerusform>Le déroulé le plus proche qui convient prend %n min.</numerusform>
            <numerusform>Le déroulé le plus proche qui convient prend %n min.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use these lengths</source>
        <translation>Prendre ces durées</translation>
    </message>
    <message>
        <source>{item} left out</source>
        <comment>of a plan</comment>
        <translation>sans {item}</translation>
    </message>
    <message>
        <source>{item} on the individual sheet only</source>
        <translation>{item} sur la feuille individuelle seulement</translation>
    </message>
    <message>
        <source>{item} took {taken} (planned {planned})</source>
        <comment>a part of a conversation</comment>
        <translation>{item} a pris {taken} (prévu&#xa0;: {planned})</translation>
    </message>
</context>
<context>
    <name>TimeStrip</name>
    <message>
        <source>End the conversation</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Next: {item}</source>
        <translation>Suite&#xa0;: {item}</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>Une minute de moins</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Une minute de plus</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
    <message>
        <source>{item} now. {pace}.</source>
        <translation>{item} en ce moment. {pace}.</translation>
    </message>
    <message>
        <source>More for this conversation</source>
        <translation>Autres actions pour cette conversation</translation>
    </message>
</context>
<context>
    <name>TimerWindow</name>
    <message>
        <source>Next</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Next: {item}</source>
        <translation>Suite&#xa0;: {item}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>This is the last item</source>
        <translation>C&apos;est la dernière étape</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
</context>
<context>
    <name>Turns</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n prise de parole</numerusform>
            <numerusform>%n prises de parole</numerusform>
        </translation>
    </message>
    <message>
        <source>A few seats have had most turns. Invite others?</source>
        <translation>La parole vient surtout de quelques places. Inviter les autres&#xa0;?</translation>
    </message>
    <message>
        <source>Count turns by group</source>
        <translation>Compter les prises de parole par groupe</translation>
    </message>
    <message>
        <source>Count turns by seat</source>
        <translation>Compter les prises de parole par place</translation>
    </message>
    <message>
        <source>Counted by group</source>
        <translation>Compter par groupe</translation>
    </message>
    <message>
        <source>Counted by seat</source>
        <translation>Compter par place</translation>
    </message>
    <message>
        <source>Only the total is kept. Who had how many turns is on no disk, and forgotten at the end.</source>
        <translation>Seul le total est conservé. Qui a parlé combien de fois n&apos;est écrit sur aucun disque et s&apos;oublie à la fin.</translation>
    </message>
    <message>
        <source>Seat {number}</source>
        <translation>Place {number}</translation>
    </message>
    <message>
        <source>Turns by group</source>
        <translation>Parole par groupe</translation>
    </message>
    <message>
        <source>Turns by seat</source>
        <translation>Parole par place</translation>
    </message>
    <message>
        <source>{who} ({count})</source>
        <translation>{who} ({count})</translation>
    </message>
</context>
<context>
    <name>TurnsBar</name>
    <message>
        <source>Count no more turns</source>
        <translation>Ne plus compter les prises de parole</translation>
    </message>
    <message>
        <source>Take the last turn back</source>
        <translation>Annuler la dernière prise de parole</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message numerus="yes">
        <source>%n choice(s) do not hold every answer.</source>
        <translation>
            <numerusform>%n choix ne contient pas toutes les réponses.</numerusform>
            <numerusform>%n choix ne contiennent pas toutes les réponses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is missing.</source>
        <translation>
            <numerusform>Il en manque %n.</numerusform>
            <numerusform>Il en manque %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people, {answers} answers and {passed} passed.</source>
        <translation>
            <numerusform>%n personne, {answers} réponses et {passed} sans réponse.</numerusform>
            <numerusform>%n personnes, {answers} réponses et {passed} sans réponse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) × 2 min = {minutes} min</source>
        <translation>
            <numerusform>%n personne × 2 min = {minutes} min</numerusform>
            <numerusform>%n personnes × 2 min = {minutes} min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s), {minutes} min</source>
        <translation>
            <numerusform>%n feuille, {minutes} min</numerusform>
            <numerusform>%n feuilles, {minutes} min</numerusform>
        </translation>
    </message>
    <message>
        <source>All at once, {minutes} min</source>
        <translation>Tout le monde à la fois, {minutes} min</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Clearly first</source>
        <translation>Nettement le 1er</translation>
    </message>
    <message>
        <source>Clearly second</source>
        <translation>Nettement le 2nd</translation>
    </message>
    <message>
        <source>Depends</source>
        <translation>Ça dépend</translation>
    </message>
    <message>
        <source>Everyone answers on a phone.</source>
        <translation>Chacun répond sur un téléphone.</translation>
    </message>
    <message>
        <source>Everyone fills in a sheet; you count them afterwards.</source>
        <translation>Chacun remplit une feuille&#xa0;; vous les comptez ensuite.</translation>
    </message>
    <message>
        <source>Not closed: {received} received, but more answers to a choice are counted.</source>
        <translation>Non clos&#xa0;: réponses reçues, {received}&#xa0;; davantage sont comptées pour un choix.</translation>
    </message>
    <message numerus="yes">
        <source>Not kept: more answers than the %n that there can be.</source>
        <translation>
            <numerusform>Non gardé&#xa0;: plus de réponses que possible (%n).</numerusform>
            <numerusform>Non gardé&#xa0;: plus de réponses que les %n possibles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to type afterwards</source>
        <translation>Rien à saisir ensuite</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Téléphones</translation>
    </message>
    <message>
        <source>Rather first</source>
        <translation>Plutôt le 1er</translation>
    </message>
    <message>
        <source>Rather second</source>
        <translation>Plutôt le 2nd</translation>
    </message>
    <message>
        <source>Received {received} of {people}</source>
        <translation>Réponses reçues&#xa0;: {received} sur {people}</translation>
    </message>
    <message>
        <source>Shared laptop</source>
        <translation>Ordinateur partagé</translation>
    </message>
    <message>
        <source>Show of hands</source>
        <translation>Mains levées</translation>
    </message>
    <message>
        <source>The laptop goes round; you enter each answer below.</source>
        <translation>L&apos;ordinateur circule&#xa0;; vous saisissez chaque réponse ci-dessous.</translation>
    </message>
    <message>
        <source>The observations are sealed; the counts stay as they are.</source>
        <translation>Les observations sont scellées&#xa0;; les nombres restent tels quels.</translation>
    </message>
    <message numerus="yes">
        <source>Then %n min of typing for you</source>
        <translation>
            <numerusform>Puis %n min de saisie pour vous</numerusform>
            <numerusform>Puis %n min de saisie pour vous</numerusform>
        </translation>
    </message>
    <message>
        <source>These counts cannot be kept as they are.</source>
        <translation>Ces nombres ne peuvent pas être gardés tels quels.</translation>
    </message>
    <message numerus="yes">
        <source>Too long for the %n min planned</source>
        <translation>
            <numerusform>Trop long pour la minute prévue (%n)</numerusform>
            <numerusform>Trop long pour les %n min prévues</numerusform>
        </translation>
    </message>
    <message>
        <source>You read each choice aloud and count the hands.</source>
        <translation>Vous lisez chaque choix à voix haute et comptez les mains.</translation>
    </message>
    <message>
        <source>{total} of {answers} counted</source>
        <translation>{total} comptées sur {answers}</translation>
    </message>
</context>
<context>
    <name>ViewsScreen</name>
    <message>
        <source>Close and show results</source>
        <translation>Clore et montrer les résultats</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Recompter</translation>
    </message>
    <message>
        <source>Go on counting</source>
        <translation>Continuer à compter</translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Aller à la relecture</translation>
    </message>
    <message>
        <source>How will people answer?</source>
        <translation>Comment va-t-on répondre&#xa0;?</translation>
    </message>
    <message>
        <source>Individual views</source>
        <translation>Points de vue individuels</translation>
    </message>
    <message>
        <source>It is right, show results</source>
        <translation>C&apos;est juste, montrer les résultats</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the sheet for printing</source>
        <translation>Enregistrer la feuille à imprimer</translation>
    </message>
    <message>
        <source>The sheet is saved. Print it {people} times: {file}</source>
        <translation>La feuille est enregistrée. Imprimez-la {people} fois&#xa0;: {file}</translation>
    </message>
    <message>
        <source>{people} people, {minutes} min planned</source>
        <translation>{people} personnes, {minutes} min</translation>
    </message>
    <message>
        <source>{received}. Closed, results are shown.</source>
        <translation>{received}. C&apos;est clos, les résultats sont montrés.</translation>
    </message>
    <message>
        <source>{received}. Results stay hidden until you close.</source>
        <translation>{received}. Les résultats restent cachés jusqu&apos;à la clôture.</translation>
    </message>
</context>
<context>
    <name>WayCard</name>
    <message>
        <source>Save the sheet for printing</source>
        <translation>Enregistrer la feuille à imprimer</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Conseillé</translation>
    </message>
</context>
<context>
    <name>WindowBox</name>
    <message>
        <source>See other kits</source>
        <translation>Voir d&apos;autres trousses</translation>
    </message>
    <message>
        <source>Use for practice or my own report</source>
        <translation>M&apos;exercer ou rédiger pour moi</translation>
    </message>
    <message>
        <source>What now?</source>
        <translation>Que faire&#xa0;?</translation>
    </message>
    <message>
        <source>{fact} {note}</source>
        <translation>{fact} {note}</translation>
    </message>
</context>
<context>
    <name>WithdrawalFacts</name>
    <message>
        <source>Withdrawal</source>
        <translation>Retrait</translation>
    </message>
</context>
<context>
    <name>WithdrawalQuestion</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>Le laisser là-bas</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Withdraw there</source>
        <translation>Retirer là-bas</translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
</TS>
