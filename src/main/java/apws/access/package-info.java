/**
 * Who is signed in and what they may do: people, groups, permissions, sign-in, every door to the engine's REST interfaces, Tasklist's lists.
 * Uses no other package but {@code calendar} and {@code form}; with {@code procedure} the only one that knows the engine.
 */
package apws.access;
