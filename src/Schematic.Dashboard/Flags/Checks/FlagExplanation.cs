using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Flags;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>
/// A flag's answer to one question, with the rules that were tried. Asked anew when the question changes.
/// </summary>
/// <param name="changed">Called on each change of <see cref="State"/>.</param>
internal sealed class FlagExplanation(IFlagsGateway flags, Action changed, TimeProvider time) : IDisposable
{
    private readonly PageLoader<ExplainFlagResponseData> _answer = new(changed, time);

    public Load<ExplainFlagResponseData> State => _answer.State;

    /// <param name="question">What is asked, compared by value.</param>
    public Task AskAsync(object question, string flagKey, ExplainFlagRequestBody body) =>
        _answer.LoadAsync(
            question,
            async cancellationToken => (await flags.ExplainAsync(flagKey, body, cancellationToken)).Data
        );

    /// <summary>
    /// Asks the same once more: the flag, or what is known of whom it is asked for, may have changed.
    /// </summary>
    public Task AskAgainAsync() => _answer.ReloadAsync();

    public void Dispose() => _answer.Dispose();
}
