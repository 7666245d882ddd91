export interface Answer {
	status: number;
	json: unknown;
}

/** A WP_Error as JSON. */
export class Refusal {
	constructor(
		readonly status: number,
		readonly code: string,
		readonly message: string,
		readonly data: Record< string, unknown > = {}
	) {}

	toAnswer(): Answer {
		const { status, code, message } = this;
		return {
			status,
			json: { code, message, data: { status, ...this.data } },
		};
	}
}
