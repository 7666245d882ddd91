const PLACES_OF_MICROSECONDS = '000Z';

/** A clock that can be moved, stopped (speed 0) and made to run faster. */
export class Clock {
	private anchor_real = Date.now();
	private anchor: number;
	private factor: number;

	constructor( start_ms = Date.now(), speed = 1 ) {
		this.anchor = start_ms;
		this.factor = speed;
	}

	/** Unix milliseconds. */
	now(): number {
		const passed = ( Date.now() - this.anchor_real ) * this.factor;
		return Math.round( this.anchor + passed );
	}

	advance( ms: number ): void {
		this.set( this.now() + ms );
	}

	set( ms: number ): void {
		this.anchor = ms;
		this.anchor_real = Date.now();
	}

	get speed(): number {
		return this.factor;
	}

	/** From now on a real second counts as `factor` seconds. */
	run( factor: number ): void {
		this.set( this.now() );
		this.factor = factor;
	}
}

/** KeyCRM's format of most times: `2026-08-01T15:19:57.000000Z`. */
export function isoTime( ms: number ): string {
	const whole_second = Math.floor( ms / 1000 ) * 1000;
	return (
		new Date( whole_second ).toISOString().slice( 0, -1 ) +
		PLACES_OF_MICROSECONDS
	);
}

/** KeyCRM's format of `closed_at` and `last_synced_at`: `2026-08-01 14:56:17`. */
export function plainTime( ms: number ): string {
	return new Date( ms ).toISOString().slice( 0, 19 ).replace( 'T', ' ' );
}
