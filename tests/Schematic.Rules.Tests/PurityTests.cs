using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Schematic.Rules.Tests;

/// <summary>
/// The same flag, facts and time give the same verdict: the evaluator can reach nothing else it could depend on.
/// </summary>
public sealed class PurityTests
{
    private static readonly string[] Impure =
    [
        "System.IO.",
        "System.Net.",
        "System.Data.",
        "System.Diagnostics.Process",
        "System.Threading.Thread",
        "System.Threading.Tasks.",
        "System.Threading.Timer",
        "System.Environment.",
        "System.Random.",
        "System.Guid.NewGuid",
        "System.TimeProvider.get_System",
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Globalization.CultureInfo.get_CurrentCulture",
        "System.Console.",
    ];

    [Fact]
    public void The_evaluator_does_no_io_and_knows_no_clock_but_the_one_it_is_given() =>
        Assert.DoesNotContain(MembersUsedBy("Schematic.Rules"), IsImpure);

    [Fact]
    public void A_look_at_an_impure_assembly_finds_what_makes_it_so()
    {
        Assert.InRange(Random.Shared.Next(6), 0, 5);

        Assert.Contains(
            "System.Random.get_Shared",
            MembersUsedBy(typeof(PurityTests).Assembly.GetName().Name!).Where(IsImpure)
        );
    }

    [Fact]
    public void The_evaluator_references_nothing_but_the_framework() =>
        Assert.All(
            Assembly.Load("Schematic.Rules").GetReferencedAssemblies(),
            static reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal)
        );

    private static bool IsImpure(string member) =>
        Impure.Any(prefix => member.StartsWith(prefix, StringComparison.Ordinal));

    private static List<string> MembersUsedBy(string assembly)
    {
        using var file = File.OpenRead(Assembly.Load(assembly).Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return
        [
            .. from handle in metadata.MemberReferences
            let member = metadata.GetMemberReference(handle)
            where member.Parent.Kind == HandleKind.TypeReference
            let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
            select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}",
        ];
    }
}
