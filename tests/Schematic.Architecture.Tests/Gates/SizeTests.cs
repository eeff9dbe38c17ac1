using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Schematic.Architecture.Tests.Gates;

/// <summary>Lines, files, methods and parameter lists stay short enough to be read at a glance.</summary>
public sealed class SizeTests
{
    private const int MaxColumns = 120;
    private const int MaxFileLines = 300;
    private const int MaxMethodLines = 40;
    private const int MaxParameters = 6;
    private const int MaxComponentParameters = 8;

    private static readonly IReadOnlyList<SourceFile> Sources = [.. SourceFile.Written("src")];
    private static readonly IReadOnlyList<SourceFile> Everything =
    [
        .. Sources,
        .. SourceFile.Written("tests"),
        .. SourceFile.Written("e2e"),
    ];

    [Fact]
    public void A_line_has_at_most_120_columns() =>
        Baseline.Read("long-lines").Holds(Count(Everything, static file => LongLines(file.Text)));

    [Fact]
    public void A_file_has_at_most_300_lines() =>
        Baseline
            .Read("long-files")
            .Holds(
                Everything
                    .Select(static file => (file.Name, Lines: file.LineCount))
                    .Where(static file => file.Lines > MaxFileLines)
                    .ToDictionary(static file => file.Name, static file => file.Lines)
            );

    [Fact]
    public void A_method_has_at_most_40_lines() =>
        Baseline.Read("long-methods").Holds(Largest(Sources, Methods, static node => Lines(node), MaxMethodLines));

    [Fact]
    public void A_method_or_constructor_has_at_most_6_parameters() =>
        Baseline
            .Read("many-parameters")
            .Holds(
                Largest(
                    Sources,
                    static root => root.DescendantNodes().OfType<ParameterListSyntax>().Where(IsDeclared),
                    static list => list.Parameters.Count,
                    MaxParameters
                )
            );

    [Fact]
    public void A_component_has_at_most_8_parameters() =>
        Baseline
            .Read("many-component-parameters")
            .Holds(
                Assembly
                    .Load("Schematic.Dashboard")
                    .GetTypes()
                    .Where(static type => type.IsAssignableTo(typeof(IComponent)) && !type.IsAbstract)
                    .Select(static type => (type.FullName, Count: ParametersOf(type)))
                    .Where(static component => component.Count > MaxComponentParameters)
                    .ToDictionary(static component => component.FullName!, static component => component.Count)
            );

    [Theory]
    [InlineData("class C { void M() { } }", 1)]
    [InlineData("class C { void M()\n{\n} }", 3)]
    [InlineData("class C { /// <summary>Not counted.</summary>\n[Fact]\nvoid M()\n=> N(\n); }", 3)]
    public void The_lines_of_a_method_are_counted_from_its_signature(string code, int lines) =>
        Assert.Equal(lines, Methods(Parse(code)).Max(Lines));

    [Fact]
    public void A_line_of_121_columns_is_too_long() =>
        Assert.Equal(1, LongLines($"{new string('x', 120)}\n{new string('x', 121)}\n"));

    private static Dictionary<string, int> Count(IEnumerable<SourceFile> files, Func<SourceFile, int> count) =>
        files
            .Select(file => (file.Name, Count: count(file)))
            .Where(static file => file.Count > 0)
            .ToDictionary(static file => file.Name, static file => file.Count);

    private static int LongLines(string text) => text.Split('\n').Count(static line => line.Length > MaxColumns);

    /// <summary>By file and member; overloads share a name, of which the largest counts.</summary>
    private static Dictionary<string, int> Largest<TNode>(
        IEnumerable<SourceFile> files,
        Func<SyntaxNode, IEnumerable<TNode>> find,
        Func<TNode, int> measure,
        int most
    )
        where TNode : SyntaxNode =>
        files
            .Where(static file => file.Name.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file =>
                find(file.Syntax).Select(node => (Name: $"{file.Name} {Name(node)}", Size: measure(node)))
            )
            .Where(found => found.Size > most)
            .GroupBy(static found => found.Name)
            .ToDictionary(static group => group.Key, static group => group.Max(static found => found.Size));

    private static IEnumerable<SyntaxNode> Methods(SyntaxNode root) =>
        root.DescendantNodes()
            .Where(static node =>
                node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
            );

    private static int Lines(SyntaxNode node)
    {
        var first = node.ChildNodesAndTokens().First(static part => !part.IsKind(SyntaxKind.AttributeList));
        var tree = node.SyntaxTree;
        return tree.GetLineSpan(node.Span).EndLinePosition.Line
            - tree.GetLineSpan(first.Span).StartLinePosition.Line
            + 1;
    }

    // Not those of lambdas and delegates, which others dictate.
    private static bool IsDeclared(ParameterListSyntax list) =>
        list.Parent is BaseMethodDeclarationSyntax or TypeDeclarationSyntax or LocalFunctionStatementSyntax;

    private static string Name(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            _ => Name(node.Parent!),
        };

    private static SyntaxNode Parse(string code) =>
        CSharpSyntaxTree
            .ParseText(code, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken);

    private static int ParametersOf(Type component) =>
        component.GetProperties().Count(static property => property.IsDefined(typeof(ParameterAttribute)));
}
