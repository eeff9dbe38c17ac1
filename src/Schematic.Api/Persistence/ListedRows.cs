namespace Schematic.Api.Persistence;

/// <summary>Kinds of rows by the writes that change them.</summary>
internal enum ListedRows
{
    /// <summary>Rows of the environment, which writes of another environment do not change.</summary>
    OfEnvironment,

    /// <summary>Rows that all environments share, which a write of any of them may change.</summary>
    OfAccount,
}
