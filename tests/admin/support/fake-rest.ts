import * as z from 'zod/mini';
import { FakeMismatches } from './fake-mismatches';
import { FakeShop } from './fake-shop';
import { Refusal, type Answer } from './refusal';

export interface Asked {
	/** Method, and path below the namespace with its query: `GET /runs?page=1`. */
	line: string;
	body: unknown;
}

const ROOT = '/keycrm-stock/v1';

const startSchema = z.object( { mode: z.enum( [ 'sync', 'preview' ] ) } );
/** The screen's own types hold for what it sends; the shop parses the outcome. */
const patchSchema = z.looseObject( {} );

/** The site's end of the wire: stands in for window.fetch and keeps what it was asked. */
export class FakeRest extends FakeShop {
	readonly asked: Asked[] = [];
	readonly odd = new FakeMismatches();
	/** Where set, no request gets through. */
	offline = false;
	private readonly refusals = new Map< string, Refusal >();

	/** The next request whose line begins so is refused, once. */
	refuse(
		beginning: string,
		...refusal: ConstructorParameters< typeof Refusal >
	): void {
		this.refusals.set( beginning, new Refusal( ...refusal ) );
	}

	/** Requests whose line begins so, e.g. `POST /settings`. */
	askedFor = ( beginning: string ): Asked[] =>
		this.asked.filter( ( { line } ) => line.startsWith( beginning ) );

	readonly fetch = ( input: unknown, init: RequestInit = {} ) => {
		if ( this.offline ) {
			return Promise.reject( new TypeError( 'Failed to fetch' ) );
		}
		const headers = new Headers( init.headers );
		// apiFetch sends DELETE as POST, for servers that know no better.
		const method =
			headers.get( 'X-HTTP-Method-Override' ) ?? init.method ?? 'GET';
		const url = new URL( String( input ), 'https://shop.example' );
		url.searchParams.delete( '_locale' );
		if ( ! url.pathname.startsWith( ROOT ) ) {
			// Where apiFetch renews its nonce; nobody is logged in here.
			return Promise.resolve( { status: 400, ok: false } );
		}
		const path = url.pathname.slice( ROOT.length );
		const line = `${ method } ${ path }${ url.search }`;
		const body: unknown =
			'string' === typeof init.body ? JSON.parse( init.body ) : {};
		this.asked.push( { line, body } );

		const { status, json } = this.answer( line, body, url.searchParams );
		return Promise.resolve( {
			status,
			ok: status < 300,
			headers: new Headers(),
			json: () => Promise.resolve( json ),
			blob: () =>
				Promise.resolve( new Blob( [ JSON.stringify( json ) ] ) ),
		} );
	};

	private answer(
		line: string,
		body: unknown,
		query: URLSearchParams
	): Answer {
		for ( const [ beginning, refusal ] of this.refusals ) {
			if ( line.startsWith( beginning ) ) {
				this.refusals.delete( beginning );
				return refusal.toAnswer();
			}
		}
		const json = this.route( line, body, query );
		return json instanceof Refusal
			? json.toAnswer()
			: { status: 200, json };
	}

	private route(
		line: string,
		body: unknown,
		query: URLSearchParams
	): unknown {
		const [ place = '' ] = line.split( '?' );
		switch ( place.replace( /\d+/, '{id}' ) ) {
			case 'GET /settings':
				return this.getSettings();
			case 'POST /settings':
				return this.saveSettings( patchSchema.parse( body ) );
			case 'POST /connection':
				return this.connect();
			case 'GET /warehouses':
				return this.getWarehouses();
			case 'POST /warehouses':
				return this.lookForWarehouses();
			case 'GET /order-sources':
				return this.getOrderSources();
			case 'GET /runs':
				return this.getRuns( query );
			case 'POST /runs':
				return this.start( startSchema.parse( body ).mode );
			case 'GET /runs/current':
				return this.getCurrent();
			case 'GET /changes':
			case 'GET /runs/{id}/changes':
				return this.getChanges( query );
			case 'GET /products/{id}/history':
				return this.getHistory();
			case 'GET /unmatched/groups':
				return this.odd.getGroups();
			case 'GET /unmatched':
				return this.odd.getList( query );
			case 'POST /unmatched/switch-on':
			case 'POST /unmatched/leave-alone':
			case 'POST /unmatched/include':
				return this.odd.mend( body );
			case 'GET /runs/{id}/undo':
				return this.getUndo();
			case 'POST /runs/{id}/undo':
				return this.start( 'undo' );
			case 'POST /runs/{id}/step':
				return this.step();
			case 'POST /runs/{id}/confirm':
			case 'POST /runs/{id}/apply':
				return this.goOn();
			case 'DELETE /runs/{id}':
				return this.cancel();
			default:
				throw new Error( `No such route: ${ line }` );
		}
	}
}
