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
    "< arrow": 2.2,
    "< bracket": 0.6,
    "< capitals": -2.0,
    "< cell": -1.4,
    "< clock": 0.0,
    "< colon": 0.7,
    "< comma": -0.4,
    "< counts": -1.7,
    "< dash": 0.2,
    "< has": -1.7,
    "< host": 2.2,
    "< is": -0.4,
    "< joined": 0.2,
    "< label": -0.4,
    "< message": 1.4,
    "< name": -1.7,
    "< noun": -1.4,
    "< of": -2.7,
    "< source": 2.1,
    "< start": 1.5,
    "< tells": 0.7,
    "< the": -0.5,
    "< time": 1.2,
    "< times": 1.0,
    "> bracket": 3.4,
    "> colon": 1.4,
    "> comma": 0.6,
    "> end": -0.1,
    "> joined": 0.2,
    "> message": -2.6,
    "> plural": -3.4,
    "> verb": 1.1,
    "> when": 0.1,
    "> word": -1.1,
    NUMBER: -1.7,
    "alike": 3.5,
    "code": 0.9,
    "code beside": 0.6,
    "column": 0.9,
    "column known": 1.5,
    "column of results": 1.7,
    "column open": 0.2,
    "digits 2": -1.2,
    "digits 3": -1.4,
    "digits 4": 0.5,
    "digits 5": 1.8,
    "digits 6": -0.2,
    "enclosed": 0.7,
    "entry 2": -1.2,
    "entry 3": 1.3,
    "entry 4": 0.9,
    "entry 5": 2.9,
    "entry 6": -0.2,
    "fits 0": -0.7,
    "fits 1": 1.0,
    "fits 2": 2.1,
    "fits 3": 2.5,
    "fits 4": 1.9,
    "fits text 0": -0.2,
    "fits text 1": 0.3,
    "fits text 2": 0.8,
    "fits text 3": 1.3,
    "fits text 4": 2.0,
    "head": 0.8,
    "joined": 1.2,
    "joined, short": 3.0,
    "kin": -0.1,
    "kin of a code": 2.0,
    "kin of a thing": -2.1,
    "log": -2.3,
    "message": 0.4,
    "no use": -3.6,
    "of use": 3.0,
    "of use, short": 1.5,
    "port": -2.5,
    "ports": -0.8,
    "product": 1.1,
    "round": -1.6,
    "row known": 1.4,
    "row mixed": 0.4,
    "row open": -0.6,
    "speaks of codes": 2.1,
    "speaks of things": -1.3,
    "told": 1.0,
    "trouble": 0.8,
    "trouble beside": 1.6,
    "version": -2.5,
    "year": -2.4,
    "years": -1.5,
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
