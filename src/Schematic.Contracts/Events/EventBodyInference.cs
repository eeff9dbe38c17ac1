using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Body of an event of type <c>inference</c>: a call of a language model.</summary>
[OmitNullMembers]
public sealed record EventBodyInference
{
    /// <summary>Number of input tokens served from a cache.</summary>
    public long? CachedInputTokens { get; init; }

    /// <summary>Keys that name the company; one that is not known is created.</summary>
    public required IReadOnlyDictionary<string, string> Company { get; init; }

    /// <summary>Cost as a decimal number; null if it was not given.</summary>
    public string? Cost { get; init; }

    /// <summary>ISO 4217 code of the currency of <see cref="Cost"/>; null is <c>usd</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>Name of the track event that the call counts as; null counts nothing.</summary>
    public string? Event { get; init; }

    /// <summary>Number of input tokens.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Task given to the model; null is <c>chat</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>Number of output tokens.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>Provider of the model, such as <c>anthropic</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Number of tokens spent on reasoning.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>Model that was asked for.</summary>
    public string? RequestModel { get; init; }

    /// <summary>Number of calls that the event stands for; null is 1.</summary>
    public long? Requests { get; init; }

    /// <summary>Model that answered.</summary>
    public required string ResponseModel { get; init; }

    /// <summary>Keys that name the user; one that is not known is created.</summary>
    public IReadOnlyDictionary<string, string>? User { get; init; }
}
