"""Whether a number without a cue is told as a code: what speaks for it and against it is weighed.

Each sign has a weight, and their sum decides. `evals/calibrate_codes.py` fits the weights to the labelled
texts and tells what they would read in texts that they weren't fitted to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.codes import bare
from assistant.codes.rows import IsKnown, Place
from assistant.codes.signs import Scene, evidence

NUMBER = "a number"
"""The sign of every number."""

WEIGHTS: Mapping[str, float] = {
    "< arrow": 2.3,
    "< bracket": 0.3,
    "< capitals": -1.5,
    "< cell": -0.8,
    "< clock": 0.0,
    "< colon": 1.0,
    "< comma": -0.5,
    "< component": -3.8,
    "< counted": 3.5,
    "< counts": -1.7,
    "< dash": 0.1,
    "< has": -2.5,
    "< host": 2.0,
    "< is": -0.2,
    "< joined": 0.2,
    "< label": -1.8,
    "< message": 1.2,
    "< name": -1.6,
    "< noun": -1.5,
    "< nouns": -2.2,
    "< of": -2.8,
    "< owner": -1.0,
    "< source": 2.0,
    "< start": 1.8,
    "< tells": 0.7,
    "< the": 0.1,
    "< time": 1.6,
    "< times": 0.8,
    "> are": -1.4,
    "> bracket": 4.2,
    "> colon": 0.9,
    "> comma": 0.8,
    "> end": -0.1,
    "> host": 0.9,
    "> joined": 0.2,
    "> message": -3.0,
    "> plural": -3.0,
    "> verb": 1.0,
    "> when": 0.7,
    "> word": -1.2,
    NUMBER: -1.8,
    "alike": 3.2,
    "code": 0.6,
    "code beside": 1.2,
    "column": 1.8,
    "column known": 1.8,
    "column of results": 1.2,
    "column open": -0.3,
    "digits 2": -1.6,
    "digits 3": -1.4,
    "digits 4": 0.2,
    "digits 5": 2.2,
    "digits 6": -0.1,
    "enclosed": -0.3,
    "entry 2": -1.1,
    "entry 3": 0.8,
    "entry 4": 1.3,
    "entry 5": 2.1,
    "entry 6": -0.2,
    "fits 0": -0.2,
    "fits 1": 1.0,
    "fits 2": 2.2,
    "fits 3": 1.9,
    "fits 4": 2.8,
    "fits text 0": 0.4,
    "fits text 1": 1.0,
    "fits text 2": 1.0,
    "fits text 3": 0.6,
    "fits text 4": 2.2,
    "head": 1.2,
    "joined": 1.2,
    "joined, short": 2.9,
    "kin": -0.1,
    "kin of a code": 2.1,
    "kin of a thing": -2.0,
    "log": -1.9,
    "message": 0.2,
    "no use": -3.0,
    "of use": 3.5,
    "of use, short": 1.6,
    "port": -3.4,
    "ports": -0.1,
    "product": 1.3,
    "round": -1.9,
    "row known": 1.6,
    "row mixed": 0.1,
    "row open": -0.8,
    "speaks of codes": 2.1,
    "speaks of things": -0.9,
    "told": 1.1,
    "trouble": 0.7,
    "trouble beside": 1.8,
    "version": -2.7,
    "year": -2.8,
    "years": 0.5,
}


def score(signs: Iterable[str], weights: Mapping[str, float] = WEIGHTS) -> float:
    """What the signs weigh together; a number is a code if it is more than nothing."""
    return weights[NUMBER] + sum(weights.get(sign, 0.0) for sign in signs)


def _is_sure(text: str, place: Place, known: IsKnown) -> bool:
    """Whether a number with an entry is said to answer, or to stand in an alert."""
    said = bare.is_answer(text, *place) or bare.is_of_alert(text, place[1])
    return said and known(text[slice(*place)])


def told(scene: Scene, places: Sequence[Place], sure: Sequence[Place]) -> list[int]:
    """The positions in `places`, spans of bare numbers, that are told as codes.

    A code makes its neighbours likelier: so they are weighed again until none comes to it.
    """
    taken: list[int] = []
    while True:
        codes = [*sure, *(places[at] for at in taken)]
        more = [
            at
            for at, place in enumerate(places)
            if at not in taken
            and (_is_sure(scene.text, place, scene.known) or score(evidence(scene, place, codes)) > 0)
        ]
        if not more:
            return taken
        taken += more
