export interface Command {
  id: string;
  label: string;
  /** Grey text at the right: the kind of the command or its keys. */
  group: string;
  run: () => void;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Commands whose name holds every typed word; width and case do not matter. */
export function matchCommands(commands: readonly Command[], text: string): Command[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return commands.filter((command) => {
    const name = fold(`${command.label} ${command.group}`);
    return words.every((word) => name.includes(word));
  });
}
