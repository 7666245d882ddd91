import type { Row } from './api';
import { moveStock, readGoods } from './api';
import { byId } from './dom';
import { prepareFaults, showFaults } from './faults';
import type { Deed } from './goods';
import { showGoods, showPager, showWarehouses } from './goods';
import { prepareLog, showLog } from './log';

const EVERY_MS = 2000;
const AFTER_TYPING_MS = 200;
const NOTICE_MS = 5000;

const search = byId( 'search', HTMLInputElement );
const pieces = byId( 'pieces', HTMLInputElement );
const warehouse = byId( 'warehouse', HTMLSelectElement );
const refresh = byId( 'refresh', HTMLInputElement );
let page = 1;
let hiding: ReturnType< typeof setTimeout >;

async function show(): Promise< void > {
	const wanted = search.value;
	const goods = await readGoods( wanted, page );
	if ( wanted !== search.value ) {
		return;
	}
	// While a button in the list has the focus, the list must not be rebuilt.
	const label = document.activeElement?.getAttribute( 'aria-label' );
	showWarehouses( goods );
	showGoods( goods, ( row, deed ) => void act( row, deed ) );
	showPager( page, goods, ( number ) => {
		page = number;
		void showAll();
	} );
	if ( label ) {
		document
			.querySelector< HTMLElement >(
				`[aria-label="${ CSS.escape( label ) }"]`
			)
			?.focus( { preventScroll: true } );
	}
	const time = new Date( goods.now_ms ).toISOString().slice( 0, 19 );
	const limit = goods.limit_per_minute ?? 'any number of';
	byId( 'summary', HTMLElement ).textContent =
		`${ goods.total } variants · ${ limit } requests a minute · ` +
		`${ time.replace( 'T', ' ' ) } UTC · API at ${ location.origin }/v1`;
}

async function act( row: Row, deed: Deed ): Promise< void > {
	const count = pieces.valueAsNumber;
	if ( ! ( count > 0 ) ) {
		say( 'Say how many pieces first.', true );
		pieces.focus();
		return;
	}
	const after = await moveStock( {
		offer_id: row.id,
		warehouse_id: Number( warehouse.value ),
		quantity: deed.quantity * count,
		reserve: deed.reserve * count,
	} );
	const where = warehouse.selectedOptions[ 0 ]?.text ?? '';
	say(
		`${ deed.name } ${ count } × ${ row.name }, ${ where }. ` +
			`Now ${ after.quantity }, of which ${ after.reserve } reserved.`,
		false
	);
	await showAll();
}

function say( text: string, failed: boolean ): void {
	const notice = byId( 'notice', HTMLElement );
	notice.textContent = text;
	notice.classList.toggle( 'failed', failed );
	clearTimeout( hiding );
	hiding = setTimeout( () => notice.replaceChildren(), NOTICE_MS );
}

async function showAll(): Promise< void > {
	try {
		await Promise.all( [ show(), showLog(), showFaults() ] );
	} catch ( error ) {
		say( `The server does not answer: ${ String( error ) }`, true );
	}
}

let typing: ReturnType< typeof setTimeout >;
search.addEventListener( 'input', () => {
	clearTimeout( typing );
	page = 1;
	typing = setTimeout( () => void showAll(), AFTER_TYPING_MS );
} );
setInterval( () => {
	if ( refresh.checked && ! document.hidden ) {
		void showAll();
	}
}, EVERY_MS );
prepareFaults();
prepareLog();
void showAll();
