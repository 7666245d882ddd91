import { Card, CardBody } from '@wordpress/components';
import { useEffect, useId, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { focusTarget } from '../../lib/use-lost-focus';
import { Icon } from '../../ui/icon';

/** The number of steps of the set-up. */
const STEPS = 5;

export type StepState = 'done' | 'open' | 'locked';

interface Props {
	number: number;
	title: string;
	state: StepState;
	/** Shown while the step is locked: what must be done first. */
	lockedText: string;
	/** The previous step was just done, so the heading gets the focus. */
	isNext: boolean;
	/** A run that was started here returns the focus to this step. */
	takesFocus?: boolean;
	children: ReactNode;
}

/** One step of the set-up. It opens when the previous one is done, and can be repeated. */
export function StepCard( props: Props ) {
	const { number, title, state, lockedText, isNext, children } = props;
	const { takesFocus = false } = props;
	const id = useId();
	const heading = useRef< HTMLHeadingElement >( null );

	useEffect( () => {
		if ( isNext ) {
			heading.current?.focus();
		}
	}, [ isNext ] );

	const stateLabel = {
		done: __( 'done', 'stock-sync-for-keycrm' ),
		open: __( 'to do', 'stock-sync-for-keycrm' ),
		locked: __( 'later', 'stock-sync-for-keycrm' ),
	}[ state ];

	return (
		<li
			aria-labelledby={ id }
			className={ `keycrm-stock-step is-${ state }` }
		>
			<Card>
				<CardBody>
					<h3
						id={ id }
						ref={ heading }
						tabIndex={ -1 }
						{ ...( takesFocus && focusTarget( 'result' ) ) }
					>
						<span
							className="keycrm-stock-step-number"
							aria-hidden="true"
						>
							{ 'done' === state ? <Icon name="yes" /> : number }
						</span>{ ' ' }
						{ title }
						<span className="keycrm-stock-hidden">
							{ sprintf(
								/* translators: 1: number of a step, 2: how many there are, 3: "done", "to do" or "later". */
								__(
									'(step %1$d of %2$d, %3$s)',
									'stock-sync-for-keycrm'
								),
								number,
								STEPS,
								stateLabel
							) }
						</span>
					</h3>
					{ 'locked' === state ? (
						<p className="keycrm-stock-quiet">{ lockedText }</p>
					) : (
						children
					) }
				</CardBody>
			</Card>
		</li>
	);
}
