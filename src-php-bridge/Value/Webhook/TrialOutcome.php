<?php
/**
 * What the shop's own call to its webhook address met.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Webhook;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/webhook.ts WEBHOOK_TRIAL_CODES */
enum TrialOutcome: string {

	case Reached = 'reached';

	/** Reached, but the address is one of a private network or of this computer. */
	case IsPrivate = 'private';

	/** The owner has switched webhooks off, so nothing was sent. */
	case Off = 'off';

	/** The web server asks for a password, as staging sites do. */
	case Password = 'password';

	/** WordPress or a plugin lets only logged-in users in. */
	case Login = 'login';

	/** Something before WordPress refused, with a page of its own. */
	case Firewall = 'firewall';

	case Redirected = 'redirected';
	case NotFound = 'not_found';

	/** 200, but not our answer: a cache, or a check for robots. */
	case Intercepted = 'intercepted';

	case Failed = 'failed';
	case Timeout = 'timeout';
	case Certificate = 'certificate';
	case UnknownHost = 'unknown_host';

	/** WordPress is told to send no requests. */
	case Blocked = 'blocked';

	case Unreachable = 'unreachable';
}
