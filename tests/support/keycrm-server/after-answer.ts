import type { Endpoint } from './faults/fault-types';

interface Task {
	endpoint: Endpoint;
	run: () => void;
}

/**
 * Changes of the account right after an answer was formed. So the answer is outdated before the client has it.
 */
export class AfterAnswer {
	private tasks: Task[] = [];

	/**
	 * Runs the change after the next answer of the endpoint. Of several changes each waits for an answer of its own.
	 */
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
