'use client';
import { useTranslations } from 'next-intl';
import { type AfterStep, type Burndown, burndownShape, type Frame, spacedLabels } from './burndown-shape';
import type { Measure } from './closure-data';
import { useDayText } from './use-day-text';
import { useMeasureText } from './use-measure-text';
import { useWidth } from './use-width';

const HEIGHT = 190;
/** Width of a label such as 11/09 and some air. */
const LABEL = 46;

interface BurndownChartProps {
  burndown: Burndown;
  after: readonly AfterStep[];
  measure: Measure;
}

/** What was left day by day, the ideal, and what closing would do; read out as one sentence. */
export function BurndownChart({ burndown, after, measure }: BurndownChartProps) {
  const t = useTranslations('operations.closure.burndown');
  const { monthDay } = useDayText();
  const amount = useMeasureText();
  const { ref, width } = useWidth<HTMLDivElement>(856);
  const frame: Frame = { width, height: HEIGHT, left: 34, right: 96, top: 10, bottom: 162 };
  const shape = burndownShape(burndown, after, frame);
  const rest = Math.max(
    0,
    after.reduce((left, { by }) => left - by, burndown.now),
  );
  const sentence = t('sentence', {
    start: amount(burndown.start, measure),
    now: amount(burndown.now, measure),
    rest: amount(rest, measure),
  });
  const labels = spacedLabels(shape.labels, width - frame.left - frame.right, LABEL);
  return (
    <div ref={ref} className="mt-1.5">
      <svg
        role="img"
        aria-label={sentence}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        className="block max-w-full fill-fg-3 text-[10.5px] tabular-nums"
      >
        {shape.ticks.map(({ value, y }) => (
          <g key={value}>
            <line x1={frame.left} x2={width} y1={y} y2={y} className="stroke-chart-grid" />
            <text x={frame.left - 8} y={y + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        <path d={shape.area} className="fill-chart-1" opacity=".09" />
        <path d={shape.ideal} fill="none" strokeDasharray="3 4" className="stroke-line-control" />
        <path d={shape.line} fill="none" strokeWidth="2" strokeLinejoin="round" className="stroke-chart-1" />
        {shape.after ? (
          <path d={shape.after} fill="none" strokeWidth="2" strokeDasharray="4 3" className="stroke-accent" />
        ) : null}
        <circle
          cx={shape.end.x}
          cy={shape.end.y}
          r="3.5"
          strokeWidth="2"
          className="fill-surface stroke-chart-1"
        />
        <text
          x={shape.end.x + 10}
          y={Math.min(shape.end.y + 1, frame.bottom - 6)}
          className="fill-fg font-semibold text-[11.5px]"
        >
          {t('left', { amount: amount(burndown.now, measure) })}
        </text>
        {labels.map(({ day, x }) => (
          <text key={day} x={x} y={HEIGHT - 8} textAnchor="middle">
            {monthDay(day)}
          </text>
        ))}
      </svg>
    </div>
  );
}
