import type { DemoContext } from '../context';
import { type Route, route } from '../route';
import { instant, instantOrNull } from '../wire/time';

function licence({ state }: DemoContext) {
  const { startedOn, limitDate, ...row } = state.licence;
  return {
    active: true,
    attachmentLimit: 0,
    attachmentLimitPerFile: 10_485_760,
    attachmentNumLimit: 50,
    burndown: true,
    commentLimit: 0,
    componentLimit: 0,
    fileSharing: true,
    gantt: true,
    git: true,
    limitDate: instantOrNull(limitDate),
    nulabAccount: true,
    postIssueByMail: true,
    projectGroup: true,
    pullRequestAttachmentLimitPerFile: 10_485_760,
    pullRequestAttachmentNumLimit: 50,
    remoteAddress: true,
    remoteAddressLimit: 0,
    startedOn: instant(startedOn),
    subversion: true,
    subversionExternal: true,
    versionLimit: 0,
    wikiAttachment: true,
    wikiAttachmentLimitPerFile: 10_485_760,
    wikiAttachmentNumLimit: 50,
    ...row,
  };
}

/** What the plan of the space includes. */
export const licenceRoutes: readonly Route[] = [route('GET', '/space/licence', licence)];
