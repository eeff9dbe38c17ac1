namespace Schematic.Api.Credits;

/// <summary>A bundle with what an answer says of it.</summary>
internal sealed class CreditBundleDetail
{
    public required CreditBundleRow Bundle { get; init; }

    public required CreditTypeRow Credit { get; init; }

    public bool HasGrants { get; init; }
}
