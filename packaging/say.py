"""What set-up says at the terminal: on the error stream, so that answers stay clean."""

import sys


class Stop(Exception):
    """Set-up cannot go on; carries a sentence and, where there is one, the exact command to run."""

    def __init__(self, sentence: str, command: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.command = command


def say(sentence: str) -> None:
    """Print one line of progress."""
    print(f"· {sentence}", file=sys.stderr, flush=True)


def explain(stop: Stop) -> None:
    """Print why a command stopped and what to do."""
    print(f"\n{stop.sentence}", file=sys.stderr)
    if stop.command:
        print(f"\n    {stop.command}\n", file=sys.stderr)
