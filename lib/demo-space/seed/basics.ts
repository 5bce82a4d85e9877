import type { SpaceRow } from '../rows';
import type { LicenceRow } from '../rows-secondary';
import type { SpaceState } from '../state';
import type { Person } from './content/people';
import { addDays, instantAt } from './dates';

const names = { hoshikawa: 'ほしかわ開発', mikazuki: 'みかづき商店' } as const;

/** The space itself; its owner is the first person added. */
export function spaceRow(spaceName: keyof typeof names, today: string): SpaceRow {
  return {
    spaceKey: spaceName,
    name: names[spaceName],
    ownerId: 2001,
    lang: 'ja',
    timezone: 'Asia/Tokyo',
    reportSendTime: '18:00:00',
    textFormattingRule: 'markdown',
    created: Date.parse(instantAt(addDays(today, -900), 600)),
    updated: Date.parse(instantAt(addDays(today, -40), 600)),
    notification: {
      content: '年末年始の窓口については Wiki の「進め方」をご覧ください。',
      updated: Date.parse(instantAt(addDays(today, -9), 600)),
    },
  };
}

/** A paid plan with custom fields and child issues. */
export function standardLicence(today: string): LicenceRow {
  return {
    licenceTypeId: 51,
    attribute: true,
    attributeLimit: 100,
    parentChildIssue: true,
    grandchildIssueEnabled: false,
    storageLimit: 1_073_741_824_000,
    issueLimit: 0,
    projectLimit: 0,
    userLimit: 0,
    startedOn: Date.parse(instantAt(addDays(today, -900), 600)),
    limitDate: Date.parse(instantAt(addDays(today, 300), 600)),
  };
}

/** Adds people in their order; everyone has an API key. */
export function addPeople(
  state: SpaceState,
  people: readonly Person[],
  spaceName: string,
  today: string,
): void {
  for (const [index, person] of people.entries()) {
    state.users.add({
      id: state.users.nextId(),
      userId: person.userId,
      name: person.name,
      roleType: person.roleType,
      lang: person.lang,
      mailAddress: `${person.userId}@${spaceName}.example`,
      nulabAccount: { nulabId: `demo${person.userId}`, name: person.name, uniqueId: person.userId },
      keyword: `${person.name} ${person.reading}`,
      lastLoginTime: Date.parse(instantAt(addDays(today, -1), 540 + index * 7)),
      apiKeys: [person.apiKey],
    });
  }
}
