import type { Clock } from './clock';

interface Task {
	at_ms: number;
	run: () => void;
}

/**
 * Tasks for a time of the movable clock. They run before the next request is served, so a test never waits for a timer.
 */
export class Schedule {
	private tasks: Task[] = [];

	constructor( private readonly clock: Clock ) {}

	in( ms: number, run: () => void ): void {
		this.tasks.push( { at_ms: this.clock.now() + ms, run } );
	}

	runDue(): void {
		const now = this.clock.now();
		const due = this.tasks.filter( ( task ) => task.at_ms <= now );
		this.tasks = this.tasks.filter( ( task ) => task.at_ms > now );
		due.sort( ( a, b ) => a.at_ms - b.at_ms ).forEach( ( task ) =>
			task.run()
		);
	}

	clear(): void {
		this.tasks = [];
	}
}
