import { Card, CardBody } from '@wordpress/components';
import type { ReactNode } from 'react';
import type { OverviewState } from '../overview-state';
import { Icon } from './icon';

type Tone = 'good' | 'work' | 'warn' | 'bad' | 'quiet';

const LOOKS: Record< OverviewState[ 'kind' ], [ Tone, icon: string ] > = {
	active: [ 'work', 'update' ],
	shop_off: [ 'bad', 'dismiss' ],
	no_key: [ 'bad', 'admin-network' ],
	decision: [ 'warn', 'warning' ],
	failed: [ 'bad', 'dismiss' ],
	cancelled: [ 'quiet', 'controls-pause' ],
	previewed: [ 'work', 'visibility' ],
	undone: [ 'warn', 'undo' ],
	never: [ 'quiet', 'marker' ],
	overdue: [ 'warn', 'clock' ],
	paused: [ 'quiet', 'controls-pause' ],
	partly: [ 'warn', 'flag' ],
	right: [ 'good', 'yes-alt' ],
};

interface Props {
	kind: OverviewState[ 'kind' ];
	headline: string;
	/** When it was checked, and when it will be again. */
	times: string;
	explanation: string[];
	/** The button beside the first line. */
	button: ReactNode;
	children: ReactNode;
}

export function StateCard( props: Props ) {
	const [ tone, icon ] = LOOKS[ props.kind ];
	return (
		<Card className={ `keycrm-stock-state is-${ tone }` }>
			<CardBody>
				<div className="keycrm-stock-state-head">
					<Icon name={ icon } />
					<div>
						<p className="keycrm-stock-headline">
							{ props.headline }
						</p>
						{ props.times && (
							<p className="keycrm-stock-quiet">
								{ props.times }
							</p>
						) }
						{ props.explanation.map( ( sentence ) => (
							<p key={ sentence }>{ sentence }</p>
						) ) }
					</div>
					{ props.button }
				</div>
				{ props.children }
			</CardBody>
		</Card>
	);
}
