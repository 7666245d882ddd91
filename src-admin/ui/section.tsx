import { Card, CardBody } from '@wordpress/components';
import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';

interface Props {
	title: string;
	/** One sentence below the title. */
	about?: string;
	children: ReactNode;
}

export function Section( { title, about, children }: Props ) {
	const id = useId();
	return (
		<section aria-labelledby={ id } className="keycrm-stock-section">
			<Card>
				<CardBody>
					<h3 id={ id }>{ title }</h3>
					{ about && <p className="keycrm-stock-about">{ about }</p> }
					{ children }
				</CardBody>
			</Card>
		</section>
	);
}
