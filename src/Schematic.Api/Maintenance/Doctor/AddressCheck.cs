using Schematic.Api.Hosting.Start;

namespace Schematic.Api.Maintenance.Doctor;

/// <summary>The addresses that a server listens on, or would.</summary>
internal static class AddressCheck
{
    private const string Subject = "addresses";

    public static IEnumerable<Finding> Run(IReadOnlyList<ListenAddress> addresses)
    {
        var problems = ListenAddress.FindProblems(addresses).ToList();
        return problems.Count == 0
            ? [new Finding(Health.Ok, Subject, $"{string.Join(", ", addresses.Select(static one => one.Url))}: free.")]
            : problems.Select(static problem => Finding.Of(Subject, problem));
    }
}
