export interface Bar {
	id: string;
	count: number;
	/** Draws a cross below the bar. */
	failed: boolean;
	/** Tooltip. */
	title: string;
}

interface Props {
	bars: Bar[];
	/** Text alternative of the chart. */
	label: string;
}

const WIDTH = 10;
const HEIGHT = 40;

/** A bar chart without axes. The highest bar fills the height; even a bar of 0 is visible. */
export function BarChart( { bars, label }: Props ) {
	const highest = Math.max( 1, ...bars.map( ( { count } ) => count ) );
	return (
		<svg
			className="keycrm-stock-bars"
			role="img"
			aria-label={ label }
			viewBox={ `0 0 ${ bars.length * WIDTH } ${ HEIGHT + WIDTH }` }
			style={ { maxWidth: bars.length * WIDTH * 1.4 } }
		>
			{ bars.map( ( { id, count, failed, title }, index ) => {
				const height =
					0 === count
						? 1
						: Math.max( 3, ( count / highest ) * HEIGHT );
				const left = index * WIDTH;
				return (
					<g key={ id }>
						<title>{ title }</title>
						<rect
							x={ left + 1 }
							y={ HEIGHT - height }
							width={ WIDTH - 2 }
							height={ height }
						/>
						{ failed && (
							<path
								d={ `M${ left + 2 } ${
									HEIGHT + 3
								}l6 6m0 -6l-6 6` }
							/>
						) }
					</g>
				);
			} ) }
		</svg>
	);
}
