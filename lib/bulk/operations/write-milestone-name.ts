import { type DatedMilestone, sameKind } from './milestone-series';
import { type ReadMilestone, readMilestone } from './read-milestone';

/** Values of numbers by their places. */
export type NewValues = ReadonlyMap<number, number>;

/** The name with other numbers in it, each written in the manner of the one that stood there. */
export function writtenName(
  { of: { name }, name: { numbers, calendar } }: ReadMilestone,
  values: NewValues,
  series: readonly DatedMilestone[],
) {
  const dates = calendar === null ? [] : [calendar.part?.at ?? null, calendar.day];
  const filled = isFilled(name, dates, series);
  return numbers.reduceRight((text, one, at) => {
    const value = values.get(at);
    if (value === undefined) return text;
    const plain = one.text.normalize('NFKC');
    const width = dates.includes(at)
      ? filled && calendar?.part?.of === 12
        ? 2
        : 1
      : plain.startsWith('0')
        ? plain.length
        : 1;
    const digits = String(value).padStart(width, '0');
    const like =
      plain === one.text
        ? digits
        : digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    return text.slice(0, one.start) + like + text.slice(one.start + one.text.length);
  }, name);
}

/** Whether months and days are filled up with a zero: as names of the series show, else not beside 年 and 月. */
function isFilled(
  name: string,
  dates: readonly (number | null)[],
  series: readonly DatedMilestone[],
): boolean {
  const texts = series
    .filter((one) => sameKind(one.name, name))
    .flatMap((one) => readMilestone(one)?.name.numbers.filter((_, at) => dates.includes(at)) ?? [])
    .map(({ text }) => text.normalize('NFKC'));
  if (texts.some((text) => text.startsWith('0'))) return true;
  return !texts.some((text) => text.length === 1) && !/[年月]/.test(name);
}
