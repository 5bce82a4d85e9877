'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { memberChoices } from '@/components/issues/composer/choice';
import { ChoicePicker } from '@/components/issues/composer/choice-picker';
import { Checkbox } from '@/components/ui/checkbox';
import type { ProjectReference } from '@/lib/columns/issue-row';
import type { HandoverForm } from './handover-form';

/** As many as a handover tells. */
const MOST_PEOPLE = 20;

interface TellPartProps {
  notify: HandoverForm['notify'];
  /** Projects of the issues that go: their members can be told. */
  concerned: readonly ProjectReference[];
  reopen: boolean;
  /** How many of the issues that go are in progress. */
  inProgress: number;
  onNotify: (notify: HandoverForm['notify']) => void;
  onReopen: (reopen: boolean) => void;
}

/** Who is told beside the new assignee, and whether work in progress goes back to the start. */
export function TellPart(props: TellPartProps) {
  const { notify, concerned, reopen, inProgress, onNotify, onReopen } = props;
  const t = useTranslations('operations.handover.tell');
  const fields = useTranslations('common.field');
  const id = useId();
  return (
    <div className="grid gap-x-7 gap-y-3 md:grid-cols-2">
      <div>
        <p className="mb-1 font-medium text-12 text-fg-2">{fields('notify')}</p>
        <label htmlFor={`${id}-creator`} className="flex min-h-7 items-center gap-2 phone:min-h-11">
          <Checkbox
            id={`${id}-creator`}
            tone="ink"
            checked={notify.creator}
            onCheckedChange={(checked) => onNotify({ ...notify, creator: checked === true })}
          />
          {t('creator')}
        </label>
        <div className="mt-1 max-w-[320px]">
          <p aria-hidden className="mb-1 text-12 text-fg-2">
            {t('others')}
          </p>
          <ChoicePicker
            field="notify"
            label={t('others')}
            choices={memberChoices(concerned)}
            chosen={notify.people.map(({ id, label }) => ({ key: `id:${id}`, label, id, byProject: {} }))}
            projects={concerned}
            multiple
            onChoose={(chosen) =>
              onNotify({
                ...notify,
                people: chosen
                  .flatMap(({ id, label }) => (id === null ? [] : [{ id, label }]))
                  .slice(0, MOST_PEOPLE),
              })
            }
          />
        </div>
        <p className="mt-1.5 text-11 text-fg-3 leading-[17px]">{t('note')}</p>
      </div>
      <div>
        <p className="mb-1 font-medium text-12 text-fg-2">{fields('status')}</p>
        <label htmlFor={`${id}-reopen`} className="flex min-h-7 items-center gap-2 phone:min-h-11">
          <Checkbox
            id={`${id}-reopen`}
            tone="ink"
            checked={reopen}
            onCheckedChange={(checked) => onReopen(checked === true)}
          />
          {t('reopen')}
          <span className="text-fg-3 tabular-nums">{t('reopenCount', { count: inProgress })}</span>
        </label>
      </div>
    </div>
  );
}
