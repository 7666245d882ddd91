import {
	activitySchema,
	connectionSchema,
	currentRunSchema,
	orderSourcesSchema,
	productHistorySchema,
	runListSchema,
	runSchema,
	settingsSchema,
	undoReportSchema,
	warehousesSchema,
	type Activity,
	type Change,
	type Connection,
	type CurrentRun,
	type Facts,
	type OrderSource,
	type ProductHistory,
	type Run,
	type RunMode,
	type Settings,
	type SettingsPatch,
	type UndoReport,
	type Warehouses,
} from '../../../src-admin/contract';
import { isPlan } from '../../../src-admin/features/current-run/run-facts';
import { changesPage } from './fake-changes';
import { factsOf } from './fake-facts';
import { orderAnswers, ordersOf, type OrderFindings } from './fake-orders';
import { withWords } from './fake-run-words';
import { Refusal } from './refusal';
import { inPhase, someCurrent, someUndoReport } from './sample-runs';
import { someHistory, someSettings, someWarehouses } from './samples';

type Step = ( run: Run ) => Partial< Run > | Refusal;

const DECIDING = [
	'warehouse_ids',
	'warehouse_limits',
	'subtract_reserve',
	'buffer',
	'allow_negative',
	'hold_orders',
];

const NO_SUCH_RUN = new Refusal(
	404,
	'keycrm_stock_not_found',
	'There is no such sync. It may be older than the history that is kept.'
);

/**
 * Fake of the plugin's REST routes. Each answer is validated by the contract first, so that no test depends on an
 * answer that PHP would not give.
 */
export class FakeShop {
	settings: Settings = someSettings();
	current: CurrentRun = someCurrent();
	history: Run[] = [];
	changes: Change[] = [];
	/** Reports of an undo by run; a missing run cannot be undone. */
	undos = new Map< number, UndoReport >();
	activity: Activity[ 'items' ] = [];
	lastHour: Activity[ 'last_hour' ] = [];
	product: ProductHistory = someHistory();
	warehouses: Warehouses = someWarehouses();
	/** Answers to POST /warehouses, in turn; empty: `warehouses`. */
	found: ( Warehouses | Refusal )[] = [];
	sources: OrderSource[] = [
		{ id: 1, name: 'Інтернет-магазин' },
		{ id: 2, name: 'Instagram' },
	];
	private readonly order_findings: OrderFindings = {
		source_id: 0,
		candidates: [],
	};
	connection: Connection = {
		ok: true,
		code: 'ok',
		message: 'Works. 1,284 product variants found.',
		hint: '',
		details: '',
		offers: 1284,
	};
	/** Overrides the facts that follow from runs and settings. */
	facts: Facts | null = null;
	/** The owner has decided whether to sync automatically. */
	private decided = false;
	/** Overrides for a new run. */
	started: ( mode: RunMode ) => Run = () => {
		throw new Error( 'This test has not said what a new run looks like.' );
	};
	/** The changes that each /step makes to the run, in turn; the last one is repeated. */
	steps: Step[] = [ () => ( {} ) ];

	renewTickToken() {
		const tickUrl = `${ this.settings.tick_url }-new`;
		this.settings = { ...this.settings, tick_url: tickUrl };
		return { tick_url: tickUrl };
	}

	saveSettings( {
		api_key: apiKey,
		schedule,
		guard,
		hold_orders: holdOrders,
		notify,
		webhook,
		...rest
	}: SettingsPatch ) {
		this.decided ||= undefined !== schedule?.enabled;
		this.settings = settingsSchema.parse( {
			...this.settings,
			...rest,
			schedule: { ...this.settings.schedule, ...schedule },
			guard: { ...this.settings.guard, ...guard },
			hold_orders: { ...this.settings.hold_orders, ...holdOrders },
			notify: { ...this.settings.notify, ...notify },
			webhook: { ...this.settings.webhook, ...webhook },
			...( apiKey && {
				api_key_set: true,
				api_key_hint: apiKey.slice( -4 ),
				api_key_source: 'option',
			} ),
		} );
		if ( holdOrders ) {
			this.findOrders( {} );
		}
		this.settings.set_up ||= this.isSetUp();
		const { run } = this.current;
		const patch = {
			...rest,
			...( holdOrders && { hold_orders: holdOrders } ),
		};
		if ( run && DECIDING.some( ( name ) => name in patch ) ) {
			// The plan was made with other settings.
			this.current.run = withWords( {
				...run,
				fresh: false,
				settings_changed: isPlan( run ),
			} );
		}
		return this.settings;
	}

	/** Sets what syncs know about the shop's orders. */
	findOrders( found: Partial< OrderFindings > ): void {
		Object.assign( this.order_findings, found );
		const hold = this.settings.hold_orders;
		const orders = ordersOf( hold, this.order_findings );
		this.settings = {
			...this.settings,
			orders,
			order_answers: orderAnswers( hold.mode ),
		};
		this.current = { ...this.current, orders };
	}

	getSettings = () => settingsSchema.parse( this.settings );

	connect = () => connectionSchema.parse( this.connection );

	getWarehouses = () =>
		warehousesSchema.parse( {
			...this.warehouses,
			next_page: 0,
			pages: 0,
		} );

	lookForWarehouses(): unknown {
		const next = this.found.shift() ?? this.warehouses;
		if ( next instanceof Refusal ) {
			return next;
		}
		this.warehouses = warehousesSchema.parse( next );
		return this.warehouses;
	}

	getOrderSources = () => orderSourcesSchema.parse( { items: this.sources } );

	getRuns( query: URLSearchParams ) {
		const page = Number( query.get( 'page' ) );
		const perPage = Number( query.get( 'per_page' ) );
		return runListSchema.parse( {
			items: this.history.slice( ( page - 1 ) * perPage, page * perPage ),
			total: this.history.length,
			page,
			per_page: perPage,
		} );
	}

	getCurrent = () =>
		currentRunSchema.parse( {
			...this.current,
			facts: this.facts ?? factsOf( this.settings, this.current ),
		} );

	/** A run that is kept, or the server's 404. */
	getRun = ( id: number ): unknown =>
		[ this.current.run, ...this.history ].find(
			( run ) => run?.id === id
		) ?? NO_SUCH_RUN;

	/** @param runId 0: of all runs. */
	getChanges = ( runId: number, query: URLSearchParams ) =>
		changesPage( this.changes, runId, query );

	getActivity = () =>
		activitySchema.parse( {
			items: this.activity,
			last_hour: this.lastHour,
		} );

	getHistory = ( productId: number ) =>
		productHistorySchema.parse( {
			...this.product,
			product_id: productId,
		} );

	getUndo = ( id: number ) =>
		undoReportSchema.parse( this.undos.get( id ) ?? someUndoReport() );

	undo = ( id: number ) =>
		this.becomes( { ...this.started( 'undo' ), undoes: id } );

	start = ( mode: RunMode ) => this.becomes( this.started( mode ) );

	step( id: number ): unknown {
		if ( this.current.run?.id !== id ) {
			return NO_SUCH_RUN;
		}
		const [ step ] = this.steps;
		if ( this.steps.length > 1 ) {
			this.steps.shift();
		}
		const part = step?.( this.run() ) ?? {};
		return part instanceof Refusal
			? part
			: this.becomes( { ...this.run(), ...part } );
	}

	/** After confirm and apply the run goes on with the phase `write`. */
	goOn = ( id: number ): unknown =>
		this.becomes( {
			...this.run( id ),
			mode: 'sync',
			status: 'running',
			...inPhase( 'write' ),
			finished_at: null,
		} );

	cancel = ( id: number ): unknown =>
		this.becomes( { ...this.run( id ), status: 'cancelled' } );

	private run( id = this.current.run?.id ): Run {
		const run = [ this.current.run, ...this.history ].find(
			( one ) => one?.id === id
		);
		if ( ! run ) {
			throw new Error( `There is no run ${ id }.` );
		}
		return run;
	}

	/** The same as on the server: after a sync, and once automatic sync was decided. */
	private isSetUp( endedWell = null !== this.current.last_success ) {
		return endedWell && ( this.settings.schedule.enabled || this.decided );
	}

	private becomes( changed: Run ): Run {
		const run = withWords( changed );
		const endedWell = 'succeeded' === run.status && 'sync' === run.mode;
		this.current = {
			...this.current,
			run: runSchema.parse( run ),
			...( endedWell && { last_success: run } ),
		};
		this.settings = {
			...this.settings,
			set_up: this.settings.set_up || this.isSetUp( endedWell ),
		};
		return run;
	}
}
