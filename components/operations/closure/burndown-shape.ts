import type { ClosureFigures, Measure } from './closure-data';

/** One column of the chart: what was left when the day ended. */
export interface BurndownDay {
  day: string;
  left: number;
  ideal: number;
}

/** One step of what closing would do. */
export interface AfterStep {
  key: 'close' | 'next' | 'none';
  /** How much goes away. */
  by: number;
}

export interface Burndown {
  /** What was left when the first day ended. */
  start: number;
  days: BurndownDay[];
  /** What is left now. */
  now: number;
}

/**
 * The days that the chart shows: working days, and others on which something changed. Null without dates.
 *
 * The ideal line falls evenly over the days on the chart, from the start to nothing.
 */
export function burndownOf(figures: ClosureFigures, measure: Measure): Burndown | null {
  const { burndown, start, now } = figures;
  if (burndown === null || start === null) return null;
  const shown = burndown.filter(
    (point, index) =>
      point.workingDay || point[measure] !== (burndown[index - 1]?.[measure] ?? start[measure]),
  );
  if (shown.length === 0) return null;
  return {
    start: start[measure],
    days: shown.map((point, index) => ({
      day: point.day,
      left: point[measure],
      ideal: (start[measure] * (shown.length - 1 - index)) / shown.length,
    })),
    now: now[measure],
  };
}

/** Upper end of the axis and its lines: about four, at round numbers. */
export function axisOf(most: number): { top: number; ticks: number[] } {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 1);
  const top = Math.max(step, Math.max(1, most));
  return { top, ticks: Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step) };
}

/** Room of the chart, px. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where everything stands, px. */
export interface BurndownShape {
  /** What was, as a line of steps, and the area below it. */
  line: string;
  area: string;
  ideal: string;
  /** What closing would do; null where it does nothing. */
  after: string | null;
  /** Where the line ends today. */
  end: { x: number; y: number };
  ticks: { value: number; y: number }[];
  labels: { day: string; x: number }[];
}

/** Width of one step of what closing would do. */
const STEP = 20;

export function burndownShape(burndown: Burndown, after: readonly AfterStep[], frame: Frame): BurndownShape {
  const { start, days, now } = burndown;
  const { top, ticks } = axisOf(Math.max(start, now, ...days.map(({ left }) => left)));
  const room = frame.width - frame.left - frame.right;
  const column = room / days.length;
  const x = (index: number) => round(frame.left + column * index);
  const y = (value: number) => round(frame.bottom - (Math.max(0, value) / top) * (frame.bottom - frame.top));
  const end = { x: x(days.length), y: y(now) };
  const steps = days.map(({ left }, index) => `H${x(index + 1)}V${y(left)}`).join('');
  const line = `M${frame.left},${y(start)}${steps}V${end.y}`;
  const going = after.filter(({ by }) => by > 0);
  let left = now;
  const falling = going.map(({ by }, index) => {
    left -= by;
    return `${index === 0 ? '' : `H${end.x + STEP * index}`}V${y(left)}`;
  });
  return {
    line,
    area: `${line}V${frame.bottom}H${frame.left}Z`,
    ideal: `M${frame.left},${y(start)}L${end.x},${frame.bottom}`,
    after: going.length === 0 ? null : `M${end.x},${end.y}${falling.join('')}H${end.x + STEP * going.length}`,
    end,
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    labels: days.map(({ day }, index) => ({ day, x: round(x(index) + column / 2) })),
  };
}

/** Which labels have room: every one, every second, … and the last one always. */
export function spacedLabels<T>(labels: readonly T[], room: number, least: number): T[] {
  const every = Math.max(1, Math.ceil((labels.length * least) / Math.max(1, room)));
  return labels.filter((_, index) => (labels.length - 1 - index) % every === 0);
}

const round = (value: number) => Math.round(value * 10) / 10;
