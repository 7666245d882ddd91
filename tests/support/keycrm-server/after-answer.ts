import type { Endpoint } from './faults/fault-types';

interface Task {
	endpoint: Endpoint;
	run: () => void;
}

/**
 * Things that happen in the account right after an answer was formed, while
 * the answer is still on its way: it says what is no longer so.
 */
export class Afterwards {
	private tasks: Task[] = [];

	/** After the next answer of this kind; several wait for one answer each. */
	next( endpoint: Endpoint, run: () => void ): void {
		this.tasks.push( { endpoint, run } );
	}

	/** To call with each answer. */
	answered( endpoint: string ): void {
		const due = this.tasks.find( ( task ) => task.endpoint === endpoint );
		this.tasks = this.tasks.filter( ( task ) => task !== due );
		due?.run();
	}

	clear(): void {
		this.tasks = [];
	}
}
