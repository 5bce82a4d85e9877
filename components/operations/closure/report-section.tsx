'use client';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Label, TextInput } from '@/components/ui/field';
import type { TextRule } from './closure-data';
import type { ReportForm } from './closure-form';
import { CopyButton } from './copy-button';
import { type ReportCopy, ReportDialog } from './report-dialog';
import { ReportIssueField } from './report-issue-field';
import { ReportView } from './report-view';
import { SwitchLine } from './switch-line';

interface ReportSectionProps {
  form: ReportForm;
  projectKey: string;
  /** As it would be written. */
  name: string;
  text: string;
  /** As the figures make it. */
  made: string;
  copy: ReportCopy;
  rule: TextRule;
  onChange: (form: ReportForm) => void;
}

/** The closing report: looked at here, and written to Backlog only if wanted. */
export function ReportSection(props: ReportSectionProps) {
  const { form, projectKey, name, text, made, copy, rule, onChange } = props;
  const t = useTranslations('operations.closure.report');
  const [open, setOpen] = useState(false);
  const id = useId();
  const outdated = form.text !== null && form.of !== undefined && form.of !== made;
  return (
    <section aria-labelledby={`${id}-title`} className="px-4 py-[15px]">
      <div className="flex items-center gap-1">
        <h2 id={`${id}-title`} className="min-w-0 flex-1 font-medium">
          {t('section')}
        </h2>
        {form.text === null ? null : <Badge tone="plan">{t('edited')}</Badge>}
        <Button
          tone="ghost"
          size="square"
          aria-label={t('edit')}
          title={t('edit')}
          onClick={() => setOpen(true)}
        >
          <Pencil size={14} aria-hidden />
        </Button>
      </div>
      <div className="mt-2 grid gap-2.5">
        <SwitchLine
          label={t('wiki')}
          hint={t('wikiHint', { project: projectKey })}
          checked={form.wiki}
          onChange={(wiki) => onChange({ ...form, wiki })}
        />
        {form.wiki ? (
          <div>
            <Label htmlFor={`${id}-name`}>{t('wikiName')}</Label>
            <TextInput
              id={`${id}-name`}
              value={name}
              aria-invalid={name.trim() === ''}
              onChange={(event) => onChange({ ...form, name: event.target.value })}
              className="phone:h-11"
            />
          </div>
        ) : null}
        <SwitchLine
          label={t('comment')}
          hint={t('commentHint')}
          checked={form.comment}
          onChange={(comment) => onChange({ ...form, comment })}
        />
        {form.comment ? (
          <ReportIssueField
            text={form.key}
            issue={form.issue}
            projectKey={projectKey}
            onText={(key) => onChange({ ...form, key, issue: null })}
            onFound={(issue) => onChange({ ...form, issue })}
          />
        ) : null}
      </div>
      <div className="relative mt-3 max-h-[300px] overflow-hidden rounded-card border border-line bg-surface px-3.5 py-[13px] shadow-e1">
        <ReportView text={text} rule={rule} />
        <div
          aria-hidden
          className="pointer-events-none absolute inset-x-0 top-[268px] h-8 bg-linear-to-b from-transparent to-surface"
        />
      </div>
      <p role="status" className="text-12 text-warn">
        {outdated ? <span className="mt-1.5 block">{t('outdated')}</span> : null}
      </p>
      <div className="mt-1.5 -ml-2.5 flex flex-wrap">
        <Button tone="ghost" onClick={() => setOpen(true)} className="phone:h-11">
          {t('whole')}
        </Button>
        <CopyButton text={copy.text} label={t(copy.kind)} />
      </div>
      <ReportDialog
        open={open}
        onOpenChange={setOpen}
        text={text}
        copy={copy}
        rule={rule}
        edited={form.text !== null}
        onText={(next) => onChange({ ...form, text: next, of: made })}
      />
    </section>
  );
}
