using System.Text;

namespace Schematic.Testing.Contract;

/// <summary>Fails the call, and so the test, whose answer differs from the published description.</summary>
public sealed class ContractHandler : DelegatingHandler
{
    private readonly OpenApiContract _contract;

    private ContractHandler(OpenApiContract contract, HttpMessageHandler inner)
        : base(inner) => _contract = contract;

    /// <summary>The handler itself where the description is not at hand; that it was not is told by a test of its own.</summary>
    public static HttpMessageHandler Around(HttpMessageHandler inner) =>
        OpenApiDocument.Published is { } document ? new ContractHandler(new OpenApiContract(document), inner) : inner;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var violations = _contract.Validate(
            request.Method.Method,
            request.RequestUri!.AbsolutePath,
            (int)response.StatusCode,
            Encoding.UTF8.GetString(body)
        );
        return violations.Count == 0 ? response : throw new ContractViolationException(violations);
    }
}

public sealed class ContractViolationException(IReadOnlyList<string> violations)
    : Exception($"The answer differs from the published description:\n{string.Join('\n', violations)}")
{
    public IReadOnlyList<string> Violations => violations;
}
