import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Saves a text as a file on this machine. The text is in the link itself: nothing has to live until it is saved. */
export function DownloadButton({ text, fileName, label }: { text: string; fileName: string; label: string }) {
  return (
    <Button asChild className="phone:h-11">
      <a href={`data:text/markdown;charset=utf-8,${encodeURIComponent(text)}`} download={fileName}>
        <Download size={14} aria-hidden />
        {label}
      </a>
    </Button>
  );
}
