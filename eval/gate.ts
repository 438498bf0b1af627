import type { Score } from "./score.ts";

/** Floors of one task: a number is the least a figure may be; `atMost` is the most. They only ever tighten. */
export type TaskFloors = Readonly<Record<string, number | { readonly atMost: number }>>;
export type Floors = Readonly<Record<string, TaskFloors>>;

/** The floors a score has fallen through, in words; a figure that is gone counts as fallen. */
export function checkFloors(score: Score, floors: TaskFloors): readonly string[] {
  return Object.entries(floors).flatMap(([figure, floor]) => {
    const value = score.figures[figure];
    if (value === undefined) return [`${score.task} ${figure}: no such figure`];
    const fallen = typeof floor === "number" ? value < floor : value > floor.atMost;
    return fallen ? [`${score.task} ${figure}: ${value} against ${typeof floor === "number" ? floor : `at most ${floor.atMost}`}`] : [];
  });
}
