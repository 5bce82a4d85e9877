import { BinaryReply } from '../route';
import { escapeHtml } from './html';

const COLOURS = ['#2779ca', '#007e9a', '#7ea800', '#ff9200', '#814fbc', '#934981', '#666665', '#4caf93'];

/** A square picture with the first letter of a name, always the same for the same id. */
export function letterIcon(id: number, name: string): BinaryReply {
  const colour = COLOURS[id % COLOURS.length] ?? '#666665';
  const letter = escapeHtml([...name.trim()][0] ?? '?');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96"><rect width="96" height="96" rx="12" fill="${colour}"/><text x="48" y="64" font-size="44" font-family="sans-serif" text-anchor="middle" fill="#fff">${letter}</text></svg>`;
  return new BinaryReply(svg, 'image/svg+xml', { 'Content-Disposition': 'inline;filename="icon.svg"' });
}
