import type { Config } from 'tailwindcss';

const scale = (name: string, steps: readonly string[]) =>
  Object.fromEntries(
    steps.map((step) => [step, step === 'DEFAULT' ? `var(--${name})` : `var(--${name}-${step})`]),
  );

/** The theme: names of `app/tokens.css` in Tailwind's words. Loaded by `@config` in `app/globals.css`. */
export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      bg: 'var(--bg)',
      surface: scale('surface', ['DEFAULT', '2', '3']),
      hover: 'var(--hover)',
      line: scale('line', ['DEFAULT', '2', 'control']),
      fg: scale('text', ['DEFAULT', '2', '3', 'off']),
      ink: scale('ink', ['DEFAULT', 'hover']),
      'on-ink': scale('on-ink', ['DEFAULT', '2']),
      bar: 'var(--bar)',
      'on-bar': scale('on-bar', ['DEFAULT', '2', 'new']),
      accent: scale('accent', ['DEFAULT', 'hover', 'text', 'soft', 'soft-2', 'line']),
      'on-accent': 'var(--on-accent)',
      focus: 'var(--focus)',
      danger: scale('danger', ['DEFAULT', 'soft', 'line', 'fill']),
      warn: scale('warn', ['DEFAULT', 'soft', 'line', 'fill']),
      ok: scale('ok', ['DEFAULT', 'soft', 'line', 'fill']),
      info: scale('info', ['DEFAULT', 'soft', 'line']),
      conflict: scale('conflict', ['DEFAULT', 'fill']),
      chart: scale('chart', ['1', '2', '3', '4', '5', 'grid']),
    },
    fontFamily: { sans: 'var(--font)', mono: 'var(--mono)' },
    fontSize: {
      '11': ['11px', '16px'],
      '12': ['12px', '18px'],
      '13': ['13px', '20px'],
      '14': ['14px', '22px'],
      '15': ['15px', '24px'],
      '16': ['16px', '24px'],
      '20': ['20px', '30px'],
      '26': ['26px', '34px'],
      '40': ['40px', '44px'],
    },
    borderRadius: { none: '0', tag: '4px', ctl: '6px', card: '8px', float: '12px', full: '999px' },
    boxShadow: { none: 'none', e1: 'var(--e1)', e2: 'var(--e2)', e3: 'var(--e3)' },
    // In this order, because of two that hold the later wins: a phone is narrow, too.
    screens: { narrow: { max: '1100px' }, phone: { max: '767px' }, md: '768px', wide: '1101px' },
    extend: {
      transitionDuration: { fast: 'var(--t-1)', pop: 'var(--t-2)', panel: 'var(--t-3)' },
      transitionTimingFunction: { ui: 'var(--ease)' },
    },
  },
} satisfies Config;
