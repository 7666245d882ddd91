import * as z from 'zod/mini';
import {
	helpSchema,
	productSyncSchema,
	sourcesSchema,
	type Help,
	type ProductSync,
	type Sources,
} from '../../../src-admin/contract';
import { someHelp, someSources } from './fake-help';
import { FakeMismatches } from './fake-mismatches';
import { FakeShop } from './fake-shop';
import { FakeWebhook } from './fake-webhook';
import { Refusal, type Answer } from './refusal';
import { someProductSync } from './samples';

export interface Asked {
	/** Method, and path below the namespace with its query: `GET /runs?page=1`. */
	line: string;
	body: unknown;
}

const ROOT = '/keycrm-stock/v1';

const startSchema = z.object( {
	mode: z.enum( [
		'sync',
		'preview',
		'fill',
		'create_in_keycrm',
		'create_in_shop',
	] ),
} );
/** The request is not validated; the fake shop validates its answers. */
const patchSchema = z.looseObject( {} );

/** A response that a test delays. */
interface Held {
	beginning: string;
	/** Sends the response, with the data from the time of the request. */
	release: () => void;
	arrived: Promise< void >;
	arrive: () => void;
	wait: Promise< void >;
}

/** Replaces window.fetch and records the requests. */
export class FakeRest extends FakeShop {
	readonly asked: Asked[] = [];
	readonly odd = new FakeMismatches();
	readonly webhook = new FakeWebhook();
	help: Help = someHelp();
	sourcesOfStock: Sources = someSources();
	/** If true, every request fails as if offline. */
	offline = false;
	/** The valid value of X-WP-Nonce; null: the login has ended. */
	nonce: string | null = '';
	/** The response of the address for the server's scheduler; `json` undefined: an HTML page. */
	ticked: Answer = { status: 200, json: { status: 'idle', phase: '' } };
	/** What comes of syncing one product. */
	synced: ProductSync = someProductSync();
	private readonly refusals = new Map< string, Refusal >();
	private readonly delays = new Map< string, number >();
	private held: Held[] = [];

	/** The next request that begins like this fails, once. */
	refuse(
		beginning: string,
		...refusal: ConstructorParameters< typeof Refusal >
	): void {
		this.refusals.set( beginning, new Refusal( ...refusal ) );
	}

	/** From now on responses to these requests take `seconds`. */
	slow( beginning: string, seconds: number ): void {
		this.delays.set( beginning, seconds );
	}

	/** Delays the response to the next such request until it is released, so that responses can overtake one another. */
	hold( beginning: string ): Held {
		let release = () => {};
		let arrive = () => {};
		const wait = new Promise< void >( ( resolve ) => {
			release = resolve;
		} );
		const arrived = new Promise< void >( ( resolve ) => {
			arrive = resolve;
		} );
		const held = { beginning, release, arrived, arrive, wait };
		this.held.push( held );
		return held;
	}

	/** The login of this browser has ended. */
	signOut(): void {
		this.nonce = null;
	}

	/** The person has logged in again in another tab, so the page's nonce is outdated. */
	signIn(): void {
		this.nonce = 'nonce-of-the-new-login';
	}

	/** Requests that begin like this, e.g. `POST /settings`. */
	askedFor = ( beginning: string ): Asked[] =>
		this.asked.filter( ( { line } ) => line.startsWith( beginning ) );

	readonly fetch = async ( input: unknown, init: RequestInit = {} ) => {
		if ( this.offline ) {
			throw new TypeError( 'Failed to fetch' );
		}
		const headers = new Headers( init.headers );
		// apiFetch sends DELETE as POST with a header, for servers that block DELETE.
		const method =
			headers.get( 'X-HTTP-Method-Override' ) ?? init.method ?? 'GET';
		const url = new URL( String( input ), 'https://shop.example' );
		url.searchParams.delete( '_locale' );
		if ( url.pathname.includes( '/tick/' ) ) {
			return this.tick( url.pathname, init );
		}
		if ( ! url.pathname.startsWith( ROOT ) ) {
			return this.renewNonce();
		}
		const path = url.pathname.slice( ROOT.length );
		const line = `${ method } ${ path }${ url.search }`;
		const body: unknown =
			'string' === typeof init.body ? JSON.parse( init.body ) : {};
		this.asked.push( { line, body } );

		const { status, json } =
			this.nonce === ( headers.get( 'X-WP-Nonce' ) ?? '' )
				? this.answer( line, body, url.searchParams )
				: new Refusal(
						403,
						'rest_cookie_invalid_nonce',
						'Cookie check failed'
				  ).toAnswer();
		await this.travel( line );
		return {
			status,
			ok: status < 300,
			headers: new Headers(),
			json: () => Promise.resolve( json ),
			blob: () =>
				Promise.resolve( new Blob( [ JSON.stringify( json ) ] ) ),
		};
	};

	/** The address for the server's scheduler, which needs no login. */
	private async tick( path: string, { method, credentials }: RequestInit ) {
		const line = `${ method ?? 'GET' } ${ path } ${ credentials ?? '' }`;
		this.asked.push( { line, body: {} } );
		const { status, json } = this.ticked;
		return {
			status,
			json: () =>
				undefined === json
					? Promise.reject( new SyntaxError( 'no JSON' ) )
					: Promise.resolve( json ),
		};
	}

	/** apiFetch fetches a new nonce here, which needs a login. */
	private renewNonce() {
		const { nonce } = this;
		return null === nonce
			? { status: 400, ok: false }
			: { status: 200, ok: true, text: () => Promise.resolve( nonce ) };
	}

	private async travel( line: string ): Promise< void > {
		const held = this.held.find( ( { beginning } ) =>
			line.startsWith( beginning )
		);
		if ( held ) {
			this.held = this.held.filter( ( one ) => one !== held );
			held.arrive();
			await held.wait;
		}
		for ( const [ beginning, seconds ] of this.delays ) {
			if ( line.startsWith( beginning ) ) {
				await new Promise( ( resolve ) =>
					setTimeout( resolve, seconds * 1000 )
				);
			}
		}
	}

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
		const id = Number( /\d+/.exec( place )?.[ 0 ] ?? 0 );
		switch ( place.replace( /\d+/, '{id}' ) ) {
			case 'GET /settings':
				return this.getSettings();
			case 'POST /settings':
				return this.saveSettings( patchSchema.parse( body ) );
			case 'POST /connection':
				return this.connect();
			case 'POST /tick-token':
				return this.renewTickToken();
			case 'GET /help':
				return helpSchema.parse( this.help );
			case 'GET /sources':
				return sourcesSchema.parse( this.sourcesOfStock );
			case 'GET /webhook':
				return this.webhook.get();
			case 'POST /webhook-token':
				return this.webhook.renew();
			case 'POST /webhook-test':
				return this.webhook.test();
			case 'GET /warehouses':
				return this.getWarehouses();
			case 'POST /warehouses':
				return this.lookForWarehouses();
			case 'GET /order-sources':
				return this.getOrderSources();
			case 'GET /activity':
				return this.getActivity();
			case 'GET /runs':
				return this.getRuns( query );
			case 'POST /runs':
				return this.start( startSchema.parse( body ).mode );
			case 'GET /runs/current':
				return this.getCurrent();
			case 'GET /runs/{id}':
				return this.getRun( id );
			case 'GET /changes':
				return this.getChanges( 0, query );
			case 'GET /runs/{id}/changes':
				return this.getChanges( id, query );
			case 'GET /products/{id}/history':
				return this.getHistory( id );
			case 'POST /products/{id}/sync':
				return productSyncSchema.parse( this.synced );
			case 'GET /unmatched/groups':
				return this.odd.getGroups();
			case 'GET /unmatched':
				return this.odd.getList( query );
			case 'POST /unmatched/switch-on':
				return this.odd.mend( 'switch-on', body );
			case 'POST /unmatched/repair-status':
				return this.odd.mend( 'repair-status', body );
			case 'POST /unmatched/leave-alone':
				return this.odd.mend( 'leave-alone', body );
			case 'POST /unmatched/include':
				return this.odd.mend( 'include', body );
			case 'GET /runs/{id}/undo':
				return this.getUndo( id );
			case 'POST /runs/{id}/undo':
				return this.undo( id );
			case 'POST /runs/{id}/step':
				return this.step( id );
			case 'POST /runs/{id}/confirm':
			case 'POST /runs/{id}/apply':
				return this.goOn( id );
			case 'DELETE /runs/{id}':
				return this.cancel( id );
			default:
				throw new Error( `No such route: ${ line }` );
		}
	}
}
