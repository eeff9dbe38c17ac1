namespace Schematic.Contracts.Flags;

/// <summary>
/// Companies whose value of a flag would change, as far as one request could examine them. All numbers but <c>total</c>
/// are of this request alone.
/// </summary>
public sealed record FlagImpactResponseData
{
    /// <summary>Companies whose value would change, up to the limit.</summary>
    public required IReadOnlyList<FlagImpactCompany> Changes { get; init; }

    /// <summary>Number of companies examined.</summary>
    public required long Examined { get; init; }

    /// <summary>Number of companies that would get the flag and do not have it now.</summary>
    public required long Gained { get; init; }

    /// <summary>Number of companies that have the flag now and would lose it.</summary>
    public required long Lost { get; init; }

    /// <summary>Cursor with which the next request goes on; null once all companies are examined.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Number of companies in the environment.</summary>
    public required long Total { get; init; }
}

/// <summary>A company whose value of the flag would change.</summary>
public sealed record FlagImpactCompany
{
    /// <summary>Value of the flag under the new rules; the opposite of the present one.</summary>
    public required bool After { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the company.</summary>
    public required string Name { get; init; }

    /// <summary>Sentence that says why the flag would have its new value.</summary>
    public required string ReasonAfter { get; init; }

    /// <summary>Sentence that says why the flag has its present value.</summary>
    public required string ReasonBefore { get; init; }
}
