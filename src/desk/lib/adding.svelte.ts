/**
 * Adding documents: each file or text becomes a job at the server; its events
 * tell how far it is. The browser's EventSource goes on where a stream broke
 * off.
 */

import type { AddRequest, Job, JobEvent } from "../../server/wire.ts";
import { post } from "./api.ts";

export interface Adding {
  /** What the person gave: a file's name, or the beginning of a text. */
  label: string;
  job: Job | null;
  problem: string | null;
}

/** Endings of files that are accounts; a file without any may be one, too. */
export const ENDINGS = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".xml"] as const;
/** Endings of files that are text but no accounts: they would be read, and fill the record with nonsense. */
const NO_ACCOUNT = /\.(?:json|jsonl|jsonld|csv|tsv|ya?ml|toml|ini|log|css|[cm]?[jt]s|py|sh|sql)$/iu;

/** Files sent at one time; the server reads them one after the other. */
const AT_ONCE = 3;

class Additions {
  list = $state<Adding[]>([]);
  #waiting: { at: number; request: () => Promise<AddRequest> }[] = [];
  #sending = 0;

  addFiles(files: Iterable<File>, facts: AddRequest): void {
    for (const file of files) {
      const ending = NO_ACCOUNT.exec(file.name)?.[0];
      if (ending === undefined)
        this.#add(file.name, async () => ({ ...facts, name: file.name, bytes: await base64Of(file) }));
      else
        this.list.push({
          label: file.name,
          job: null,
          problem: `${ending} files are data, not accounts; paste the text if it is one`,
        });
    }
  }

  /** How many are read, and how many were refused. */
  get done(): number {
    return this.list.filter(({ job }) => job?.state === "done").length;
  }

  get refused(): number {
    return this.list.filter(({ problem }) => problem !== null).length;
  }

  addText(text: string, facts: AddRequest): void {
    this.#add(beginningOf(text), async () => ({ ...facts, text }));
  }

  #add(label: string, request: () => Promise<AddRequest>): void {
    this.list.push({ label, job: null, problem: null });
    this.#waiting.push({ at: this.list.length - 1, request });
    this.#send();
  }

  #send(): void {
    while (this.#sending < AT_ONCE) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#sending++;
      void this.#sent(next.at, next.request).finally(() => {
        this.#sending--;
        this.#send();
      });
    }
  }

  async #sent(at: number, request: () => Promise<AddRequest>): Promise<void> {
    const adding = this.list[at];
    if (adding === undefined) return;
    try {
      adding.job = (await post<Job>("/api/documents", await request())).body;
      await this.#follow(adding, adding.job.id);
    } catch (error) {
      adding.problem = error instanceof Error ? error.message : String(error);
    }
  }

  #follow(adding: Adding, id: string): Promise<void> {
    return new Promise((resolve) => {
      const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
      const heard = (event: MessageEvent<string>) => {
        const { job }: JobEvent = JSON.parse(event.data);
        adding.job = job;
        if (job.state !== "done" && job.state !== "refused") return;
        adding.problem = job.problem;
        events.close();
        resolve();
      };
      events.addEventListener("message", heard);
      events.addEventListener("job", heard);
      events.addEventListener("error", () => {
        if (events.readyState !== EventSource.CLOSED) return;
        adding.problem = "the server no longer answers";
        resolve();
      });
    });
  }
}

export const additions = new Additions();

function beginningOf(text: string): string {
  const line = text.trim().replace(/\s+/gu, " ");
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,/, "")));
    reader.addEventListener("error", () => reject(new Error("the browser could not read the file")));
    reader.readAsDataURL(file);
  });
}
