'use client';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Saves a text as a file on this machine. */
export function DownloadButton({ text, fileName, label }: { text: string; fileName: string; label: string }) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button onClick={save} className="phone:h-11">
      <Download size={14} aria-hidden />
      {label}
    </Button>
  );
}
