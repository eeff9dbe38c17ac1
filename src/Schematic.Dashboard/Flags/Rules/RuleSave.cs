using System.Net;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Flags;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>One attempt to save a flag's rules.</summary>
internal sealed class RuleSave(IFlagsGateway flags, FlagDetailResponseData flag)
{
    /// <param name="tag">The state of the flag that is to be changed; null to overwrite whatever is there.</param>
    public async Task<RuleSaveOutcome> SendAsync(
        UpdateFlagRulesRequestBody body,
        string? tag,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var saved = await flags.UpdateRulesAsync(flag.Id, body, tag, cancellationToken);
            return new RuleSaveOutcome.Saved(new(flag with { Rules = saved.Data.Rules }, saved.ETag));
        }
        catch (GatewayException stale) when (stale.IsStale)
        {
            return await GetTheirsAsync(stale, cancellationToken);
        }
        catch (GatewayException refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            return new RuleSaveOutcome.Refused(refused);
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, cancellationToken))
        {
            return new RuleSaveOutcome.Failed(LoadFailure.FromException(failure));
        }
    }

    private async Task<RuleSaveOutcome> GetTheirsAsync(GatewayException stale, CancellationToken cancellationToken)
    {
        if (stale.Current<FlagDetailResponseData>() is { } current)
            return new RuleSaveOutcome.Stale(new(current.Data, current.ETag));
        try
        {
            var answer = await flags.GetAsync(flag.Id, cancellationToken);
            return new RuleSaveOutcome.Stale(new(answer.Data, answer.ETag));
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, cancellationToken))
        {
            return new RuleSaveOutcome.Failed(LoadFailure.FromException(failure));
        }
    }
}

/// <summary>Result of an attempt to save.</summary>
internal abstract record RuleSaveOutcome
{
    private RuleSaveOutcome() { }

    public sealed record Saved(LoadedFlag Flag) : RuleSaveOutcome;

    /// <summary>The flag is in another state than the one that was to be changed.</summary>
    public sealed record Stale(LoadedFlag Theirs) : RuleSaveOutcome;

    /// <summary>Something is wrong with the rules.</summary>
    public sealed record Refused(GatewayException Reason) : RuleSaveOutcome;

    /// <summary>The API could not be asked, or refused for another reason than the rules.</summary>
    public sealed record Failed(LoadFailure Failure) : RuleSaveOutcome;
}
