import {
	activitySchema,
	changeListSchema,
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
	type OrderSource,
	type ProductHistory,
	type Run,
	type RunMode,
	type Settings,
	type SettingsPatch,
	type UndoReport,
	type Warehouses,
} from '../../../src-admin/contract';
import { Refusal } from './refusal';
import { someCurrent, someUndoReport } from './sample-runs';
import { someHistory, someSettings, someWarehouses } from './samples';

type Step = ( run: Run ) => Partial< Run > | Refusal;

/**
 * What stands behind the plugin's REST routes. All it says is parsed by the contract first, so that
 * no test rests on an answer that PHP would not give.
 */
export class FakeShop {
	settings: Settings = someSettings();
	current: CurrentRun = someCurrent();
	history: Run[] = [];
	changes: Change[] = [];
	undo: UndoReport = someUndoReport();
	activity: Activity[ 'items' ] = [];
	product: ProductHistory = someHistory();
	warehouses: Warehouses = someWarehouses();
	/** What POST /warehouses answers, in turn; empty: `warehouses`. */
	found: ( Warehouses | Refusal )[] = [];
	sources: OrderSource[] = [
		{ id: 1, name: 'Інтернет-магазин' },
		{ id: 2, name: 'Instagram' },
	];
	connection: Connection = {
		ok: true,
		code: 'ok',
		message: 'Works. 1,284 product variants found.',
		hint: '',
		offers: 1284,
	};
	/** What a new run looks like. */
	started: ( mode: RunMode ) => Run = () => {
		throw new Error( 'This test has not said what a new run looks like.' );
	};
	/** What each /step does to the run, in turn; the last one is repeated. */
	steps: Step[] = [ () => ( {} ) ];

	saveSettings( {
		api_key,
		schedule,
		guard,
		hold_orders,
		notify,
		...rest
	}: SettingsPatch ) {
		this.settings = settingsSchema.parse( {
			...this.settings,
			...rest,
			schedule: { ...this.settings.schedule, ...schedule },
			guard: { ...this.settings.guard, ...guard },
			hold_orders: { ...this.settings.hold_orders, ...hold_orders },
			notify: { ...this.settings.notify, ...notify },
			...( api_key && {
				api_key_set: true,
				api_key_hint: api_key.slice( -4 ),
				api_key_source: 'option',
			} ),
		} );
		return this.settings;
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
		const per_page = Number( query.get( 'per_page' ) );
		return runListSchema.parse( {
			items: this.history.slice(
				( page - 1 ) * per_page,
				page * per_page
			),
			total: this.history.length,
			page,
			per_page,
		} );
	}

	getCurrent = () => currentRunSchema.parse( this.current );

	getChanges( query: URLSearchParams ) {
		const outcome = query.get( 'outcome' );
		const direction = query.get( 'direction' );
		const sku = query.get( 'search' ) ?? '';
		const page = Number( query.get( 'page' ) );
		const per_page = Number( query.get( 'per_page' ) );
		const fitting = this.changes.filter(
			( change ) =>
				( ! outcome || outcome === change.outcome ) &&
				( 'up' !== direction ||
					( change.after ?? 0 ) > ( change.before ?? 0 ) ) &&
				change.sku.includes( sku )
		);
		return changeListSchema.parse( {
			items: fitting.slice( ( page - 1 ) * per_page, page * per_page ),
			total: fitting.length,
			page,
			per_page,
		} );
	}

	getActivity = () => activitySchema.parse( { items: this.activity } );

	getHistory = () => productHistorySchema.parse( this.product );

	getUndo = () => undoReportSchema.parse( this.undo );

	start = ( mode: RunMode ) => this.becomes( this.started( mode ) );

	step(): unknown {
		const [ step ] = this.steps;
		if ( this.steps.length > 1 ) {
			this.steps.shift();
		}
		const part = step?.( this.run() ) ?? {};
		return part instanceof Refusal
			? part
			: this.becomes( { ...this.run(), ...part } );
	}

	/** Confirming and applying: the run goes on into its writing. */
	goOn = () =>
		this.becomes( {
			...this.run(),
			mode: 'sync',
			status: 'running',
			phase: 'write',
			finished_at: null,
		} );

	cancel = () => this.becomes( { ...this.run(), status: 'cancelled' } );

	private run(): Run {
		if ( null === this.current.run ) {
			throw new Error( 'There is no run.' );
		}
		return this.current.run;
	}

	private becomes( run: Run ): Run {
		const ended_well = 'succeeded' === run.status && 'sync' === run.mode;
		this.current = {
			...this.current,
			run: runSchema.parse( run ),
			...( ended_well && { last_success: run } ),
		};
		this.settings = {
			...this.settings,
			set_up: this.settings.set_up || ended_well,
		};
		return run;
	}
}
