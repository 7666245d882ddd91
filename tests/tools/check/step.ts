/**
 * Types of the check: a step, and how it ended.
 */
export interface Outcome {
	readonly passed: number;
	readonly failed: number;
	readonly skipped?: number;
	/** Shown if something failed. */
	readonly output: string;
	/** Why the step was left out. */
	readonly leftOut?: string;
}

export interface Step {
	/** Name of the step on the command line. */
	readonly key: string;
	readonly name: string;
	/** Steps that must end first, if they run at all. */
	readonly after?: readonly string[];
	/** The step keeps both cores busy by itself, and shows its output live. */
	readonly alone?: boolean;
	run(): Promise< Outcome >;
}

export interface Done {
	readonly step: Step;
	readonly outcome: Outcome;
	readonly seconds: number;
}
