"""Groups of what is alike: average-link clustering over the pairs that are known to be alike.

Of the two nearest groups the pair is joined first, and only while the mean likeness between all
their members stays at or above the threshold: so a chain of half-likenesses (A like B, B like C)
does not make one heap of all. Pairs that are not given count as 0. The work follows the number of
given pairs, not the square of the items.
"""

import heapq
from collections.abc import Callable, Mapping


def groups(
    scores: Mapping[tuple[int, int], float],
    size: int,
    threshold: float,
    apart: Callable[[int, int], bool] | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Cluster the items 0 to `size` - 1.

    Args:
        scores: for pairs (i, j) with i < j, their likeness.
        threshold: the least mean likeness of a group's two halves at the moment of joining.
        apart: pairs that must never share a group.

    Returns:
        Every item in exactly one group; groups by their least item, items in order. Ties are
        broken by position, so items in a fixed order give a fixed result.
    """
    near: list[dict[int, float]] = [{} for _ in range(size)]
    for (i, j), score in scores.items():
        near[i][j] = near[j][i] = score
    members: list[tuple[int, ...]] = [(i,) for i in range(size)]
    heap = [(-score, i, j) for (i, j), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if not members[i] or not members[j] or near[i].get(j) != -negative:
            continue
        if apart and any(apart(min(a, b), max(a, b)) for a in members[i] for b in members[j]):
            continue
        joined: dict[int, float] = {}
        left, right = len(members[i]), len(members[j])
        for k in sorted({*near[i], *near[j]} - {i, j}):
            mean = (near[i].get(k, 0.0) * left + near[j].get(k, 0.0) * right) / (left + right)
            joined[k] = mean
            near[k].pop(j, None)
            near[k][i] = mean
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(i, k), max(i, k)))
        near[i], near[j] = joined, {}
        members[i], members[j] = tuple(sorted((*members[i], *members[j]))), ()
    return tuple(sorted(group for group in members if group))
