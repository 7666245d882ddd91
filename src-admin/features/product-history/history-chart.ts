import { __, sprintf } from '@wordpress/i18n';
import type { ProductHistory } from '../../contract';
import { formatDay, formatNumber, formatTime } from '../../lib/format';
import { html, svg } from './create-element';
import { historyLines, type HistoryLines, type Point } from './history-lines';

const WIDTH = 600;
const HEIGHT = 160;

const numberOf = ( value: number | null ): string =>
	null === value ? '—' : formatNumber( value );

function summary( {
	items,
	in_shop: inShop,
	in_keycrm: inKeycrm,
}: ProductHistory ): string {
	return sprintf(
		/* translators: 1: pieces in the shop, 2: pieces in KeyCRM, 3: how often the plugin wrote a number. */
		__(
			'In the shop now: %1$s. In KeyCRM when it was last read: %2$s. Numbers written in 30 days: %3$s.',
			'stock-sync-for-keycrm'
		),
		numberOf( inShop ),
		numberOf( inKeycrm ),
		formatNumber( items.length )
	);
}

/** The SVG is stretched, so it has no text: the scales are HTML elements beside it. */
function drawing( lines: HistoryLines, label: string ): SVGElement {
	const { since, now, top, bottom } = lines;
	const x = ( at: number ) =>
		( ( Math.max( at, since ) - since ) / ( now - since ) ) * WIDTH;
	const y = ( pieces: number ) =>
		( ( top - pieces ) / ( top - bottom ) ) * HEIGHT;
	const path = ( name: string, points: Point[] ) =>
		svg( 'polyline', {
			class: `is-${ name }`,
			points: points
				.map(
					( [ at, pieces ] ) =>
						`${ x( at ).toFixed( 1 ) },${ y( pieces ).toFixed(
							1
						) }`
				)
				.join( ' ' ),
		} );
	return svg(
		'svg',
		{
			viewBox: `0 0 ${ WIDTH } ${ HEIGHT }`,
			preserveAspectRatio: 'none',
			role: 'img',
			'aria-label': label,
		},
		...[ top, ( top + bottom ) / 2, bottom, 0 ].map( ( pieces ) =>
			svg( 'line', {
				x1: 0,
				x2: WIDTH,
				y1: y( pieces ),
				y2: y( pieces ),
			} )
		),
		path( 'keycrm', lines.keycrm ),
		path( 'shop', lines.shop )
	);
}

function table( { items, now }: ProductHistory ): HTMLElement {
	const heads = [
		__( 'When', 'stock-sync-for-keycrm' ),
		__( 'Before', 'stock-sync-for-keycrm' ),
		__( 'After', 'stock-sync-for-keycrm' ),
		__( 'In KeyCRM', 'stock-sync-for-keycrm' ),
	].map( ( head ) => html( 'th', { scope: 'col' }, head ) );
	const rows = [ ...items ]
		.reverse()
		.map( ( { at, before, after, in_keycrm: inKeycrm } ) =>
			html(
				'tr',
				{},
				html(
					'th',
					{ scope: 'row' },
					formatTime( at, Date.parse( now ) )
				),
				...[ before, after, inKeycrm ].map( ( value ) =>
					html( 'td', {}, numberOf( value ) )
				)
			)
		);
	return html(
		'details',
		{},
		html( 'summary', {}, __( 'Show as a table', 'stock-sync-for-keycrm' ) ),
		html(
			'table',
			{ class: 'widefat striped' },
			html( 'thead', {}, html( 'tr', {}, ...heads ) ),
			html( 'tbody', {}, ...rows )
		)
	);
}

/** A product's quantities over time, in the shop and in KeyCRM, as a chart, a summary and a table. */
export function historyFigure( history: ProductHistory ): HTMLElement {
	const lines = historyLines( history );
	const words = summary( history );
	const { top, bottom, since, now } = lines;
	const spans = ( values: string[] ) =>
		values.map( ( value ) => html( 'span', {}, value ) );
	return html(
		'figure',
		{ class: 'keycrm-stock-chart' },
		html(
			'div',
			{ class: 'keycrm-stock-chart-scale', 'aria-hidden': 'true' },
			...spans(
				[ top, ( top + bottom ) / 2, bottom ].map( formatNumber )
			)
		),
		drawing( lines, words ),
		html(
			'div',
			{ class: 'keycrm-stock-chart-days', 'aria-hidden': 'true' },
			...spans( [ since, ( since + now ) / 2, now ].map( formatDay ) )
		),
		html(
			'figcaption',
			{},
			html(
				'span',
				{ class: 'is-shop' },
				__( 'In the shop', 'stock-sync-for-keycrm' )
			),
			html(
				'span',
				{ class: 'is-keycrm' },
				__( 'In KeyCRM', 'stock-sync-for-keycrm' )
			),
			html( 'p', {}, words ),
			...( history.items.length > 0 ? [ table( history ) ] : [] )
		)
	);
}
