namespace Schematic.Api.Persistence;

/// <summary>
/// The database was lost during a commit, and could not be asked afterwards whether the commit took place.
/// </summary>
internal sealed class UnknownOutcomeException(Exception inner)
    : Exception("Whether the transaction was committed is not known.", inner);
