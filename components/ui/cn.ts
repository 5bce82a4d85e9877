import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// Our own type sizes and radii are unknown to tailwind-merge: without them `text-12` would cancel `text-fg`.
const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      'font-size': [{ text: ['11', '12', '13', '14', '15', '16', '20', '26', '40'] }],
      rounded: [{ rounded: ['tag', 'ctl', 'card', 'float', 'full'] }],
    },
  },
});

/** Joins class names; of two that set the same thing the later wins. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
