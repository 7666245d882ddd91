import { AfterAnswer } from './after-answer';
import type { Behaviour, BehaviourPatch } from './behaviour';
import { normalBehaviour } from './behaviour';
import { Clock } from './clock';
import { FaultBox } from './faults/fault-box';
import { Limiter } from './limiter';
import { RequestLog } from './log';
import { Catalogue } from './model/catalogue';
import { OrderBook } from './model/order-book';
import { plant } from './model/plant';
import { Stock } from './model/stock';
import { Random } from './random';
import { Schedule } from './schedule';
import type { CatalogueSeed } from './seeds/seed-types';
import { WebhookSender } from './webhooks/webhook-sender';

export interface WorldOptions {
	/** The API key that is accepted. */
	key?: string;
	catalogue?: CatalogueSeed;
	behaviour?: BehaviourPatch;
	/** Unix milliseconds at which the clock starts; without it the real time. */
	now_ms?: number;
	/** Seconds of the clock for each real second. */
	speed?: number;
}

/** A KeyCRM account with its clock, faults, limiter and log. */
export class World {
	key: string;
	readonly clock: Clock;
	readonly behaviour: Behaviour;
	readonly schedule: Schedule;
	readonly afterAnswer = new AfterAnswer();
	readonly limiter: Limiter;
	readonly faults = new FaultBox();
	/** Random numbers for faults, the same after each start. */
	readonly random = new Random( 1 );
	readonly log: RequestLog;
	readonly catalogue = new Catalogue();
	readonly stock: Stock;
	readonly orders: OrderBook;
	readonly webhooks: WebhookSender;

	constructor( options: WorldOptions ) {
		this.key = options.key ?? 'demo-key';
		this.clock = new Clock( options.now_ms, options.speed );
		this.behaviour = { ...normalBehaviour() };
		this.behave( options.behaviour ?? {} );
		this.schedule = new Schedule( this.clock );
		this.limiter = new Limiter( this.clock, this.behaviour );
		this.log = new RequestLog( this.clock );
		this.stock = new Stock( this.catalogue, this.behaviour, this.clock );
		this.orders = new OrderBook( this );
		this.webhooks = new WebhookSender( this );
		this.seed( options.catalogue ?? { offers: [] } );
	}

	/** Adds products and orders to those that the account holds. */
	seed( catalogue: CatalogueSeed ): void {
		plant( this.catalogue, catalogue, this.clock.now() );
	}

	behave( patch: BehaviourPatch ): void {
		Object.assign( this.behaviour, patch );
	}

	/** Removes products, orders, faults, log and the used budget; keeps the switches. */
	reset(): void {
		this.catalogue.clear();
		this.orders.clear();
		this.faults.clear();
		this.schedule.clear();
		this.afterAnswer.clear();
		this.limiter.clear();
		this.log.clear();
		this.webhooks.clear();
	}
}
