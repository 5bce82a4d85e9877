import { expect, test } from 'vitest';
import { matchCommands } from './match-commands';

const command = (label: string, group = '') => ({ id: label, label, group, run: () => undefined });
const commands = [command('課題'), command('WEB 会員サイト刷新', 'プロジェクト'), command('ダーク', '表示')];

test('full-width and lower-case input finds the same commands', () => {
  expect(matchCommands(commands, 'ｗｅｂ').map((found) => found.label)).toEqual(['WEB 会員サイト刷新']);
});

test('every word has to be there, in name or group', () => {
  expect(matchCommands(commands, 'プロジェクト 刷新')).toHaveLength(1);
  expect(matchCommands(commands, 'プロジェクト 課題')).toHaveLength(0);
});

test('nothing typed shows everything', () => {
  expect(matchCommands(commands, '  ')).toHaveLength(3);
});
