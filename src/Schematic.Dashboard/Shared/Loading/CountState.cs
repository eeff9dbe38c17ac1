namespace Schematic.Dashboard.Shared.Loading;

/// <summary>State of the count of a list.</summary>
public enum CountState
{
    /// <summary>The API has no count of this list.</summary>
    None,

    /// <summary>Asked for a moment ago: not worth a word yet.</summary>
    Waiting,

    /// <summary>Takes its time.</summary>
    Counting,

    Counted,

    /// <summary>Given up, because it took too long; it can be asked for.</summary>
    Stopped,

    Failed,
}
