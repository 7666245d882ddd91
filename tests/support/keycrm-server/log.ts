import type { Clock } from './clock';
import { isoTime } from './clock';

/** The log drops older entries, so that a bench with many thousands of requests needs little memory. */
const MOST_ENTRIES = 20_000;

/** How the plugin names itself in its requests. */
const PLUGIN = 'stock-sync-for-keycrm/';

export interface LogEntry {
	number: number;
	/** By the movable clock, unix milliseconds. */
	at_ms: number;
	at: string;
	/** By the real clock, unix milliseconds. */
	real_ms: number;
	method: string;
	/** Path and query as they were sent. */
	address: string;
	/** `GET /offers/stocks`, `GET /products/{id}`; `GET ?` for anything else. */
	endpoint: string;
	query: Record< string, string >;
	/** `authorization` is `matched`, `wrong` or `missing`, never the key. */
	headers: Record< string, string >;
	body: string;
	/** 0 when the connection was cut instead of an answer; null while open. */
	status: number | null;
	/** Kinds of the faults that affected the request. */
	faults: string[];
}

export type NewLogEntry = Omit<
	LogEntry,
	'number' | 'at_ms' | 'at' | 'real_ms' | 'status' | 'faults'
>;

/** Every request that reached /v1, in the order of arrival. */
export class RequestLog {
	private list: LogEntry[] = [];
	private next_number = 1;
	/** Requests of our plugin that may have changed something, those included that were cleared. */
	plugin_writes = 0;

	constructor( private readonly clock: Clock ) {}

	open( entry: NewLogEntry ): LogEntry {
		const at_ms = this.clock.now();
		const whole: LogEntry = {
			...entry,
			number: this.next_number++,
			at_ms,
			at: isoTime( at_ms ),
			real_ms: Date.now(),
			status: null,
			faults: [],
		};
		this.list.push( whole );
		if (
			'GET' !== entry.method &&
			entry.headers[ 'user-agent' ]?.startsWith( PLUGIN )
		) {
			this.plugin_writes++;
		}
		if ( this.list.length > MOST_ENTRIES ) {
			this.list.splice( 0, MOST_ENTRIES / 10 );
		}
		return whole;
	}

	entries(): readonly LogEntry[] {
		return this.list;
	}

	/** @param endpoint For example `GET /offers/stocks`. */
	of( endpoint: string ): LogEntry[] {
		return this.list.filter( ( entry ) => entry.endpoint === endpoint );
	}

	/** @return Number of requests by endpoint. */
	counts(): Record< string, number > {
		const counts: Record< string, number > = {};
		for ( const { endpoint } of this.list ) {
			counts[ endpoint ] = ( counts[ endpoint ] ?? 0 ) + 1;
		}
		return counts;
	}

	/** @return Requests that may have changed something. */
	writes(): LogEntry[] {
		return this.list.filter( ( entry ) => 'GET' !== entry.method );
	}

	clear(): void {
		this.list = [];
	}
}
