using System.Text;

namespace Schematic.Testing.Contract;

/// <summary>Fails the call, and so the test, whose answer differs from the description.</summary>
public sealed class ContractHandler : DelegatingHandler
{
    private readonly OpenApiContract _contract;

    private ContractHandler(OpenApiContract contract, HttpMessageHandler inner)
        : base(inner) => _contract = contract;

    public static HttpMessageHandler Around(HttpMessageHandler inner) =>
        new ContractHandler(new OpenApiContract(OpenApiDocument.Current), inner);

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
